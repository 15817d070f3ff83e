package jmonit.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jmonit.json.JsonWriter;

/** What became of what was asked for, by service; without services it was asked of the daemon. */
record Results(List<String> services, List<CompletableFuture<String>> replies) {

    /** Something comes that often, so that nobody between us and the client takes the connection for dead; blanks mean nothing in JSON. */
    private static final Duration BREATH = Duration.ofSeconds(10);
    private static final byte[] BLANK = "\n".getBytes(StandardCharsets.US_ASCII);

    static Results of(List<String> services, List<CompletableFuture<String>> replies) {
        return new Results(services, replies);
    }

    static Results of(CompletableFuture<String> reply) {
        return new Results(List.of(), List.of(reply));
    }

    /** At once where nobody waits or nothing is open; else when all is over or the time is up. */
    Response response(Duration wait) {
        boolean over = replies.stream().allMatch(CompletableFuture::isDone);
        return over || wait.isZero() ? Response.of(Status.OK, Api.JSON, document()) : Response.live(Api.JSON, sink -> write(wait, sink));
    }

    private void write(Duration wait, Feed.Sink sink) throws IOException, InterruptedException {
        var all = CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new));
        Duration left = wait;
        while (left.isPositive() && !over(all, left.compareTo(BREATH) < 0 ? left : BREATH)) {
            left = left.minus(BREATH);
            sink.send(BLANK);
        }
        sink.send(document());
    }

    private static boolean over(CompletableFuture<Void> all, Duration patience) throws InterruptedException {
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            // Each reply tells for itself.
            return true;
        }
    }

    private byte[] document() {
        var out = new JsonWriter(64 + 64 * services.size());
        out.object();
        if (replies.size() == 1 && services.isEmpty()) {
            state(replies.getFirst(), out);
        } else {
            out.name("results").array();
            for (int i = 0; i < services.size(); i++) {
                out.object().field("service", services.get(i));
                state(replies.get(i), out);
                out.end();
            }
            out.end();
        }
        return out.end().bytes();
    }

    private static void state(CompletableFuture<String> reply, JsonWriter out) {
        String reason = switch (reply.state()) {
            case RUNNING -> "";
            case SUCCESS -> reply.resultNow();
            case FAILED, CANCELLED -> "a fault in jmonit, see its log";
        };
        out.field("state", !reply.isDone() ? "pending" : reason.isEmpty() ? "done" : "failed").field("reason", reason);
    }
}
