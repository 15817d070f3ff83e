package jmonit.http;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jmonit.engine.Calming;
import jmonit.engine.Request.Wish;
import jmonit.model.Httpd;
import jmonit.model.Snapshot;
import jmonit.os.FakeAccounts;
import jmonit.os.FakeFiles;

/** The real router with the console behind it and some services, for tests with a browser: all headers are the real ones. */
public final class ConsoleDoor {

    private final Router router;

    /** What goes over the wire. */
    public record Answer(int status, List<Header> headers, byte[] body) {
    }

    public ConsoleDoor(List<String> services) {
        var machine = new WebServer.Machine(new FakeFiles(), new FakeAccounts(), Stage.NO_KEYS, InstantSource.system(), new ManualTicker());
        var httpd = new Httpd(List.of(), List.of(), Httpd.Manners.USUAL, List.of(new Httpd.Access.Net("127.0.0.1")));
        var snapshot = new Snapshot(Instant.EPOCH, Stage.settings(), services.stream().map(Stage::view).toList(), List.of());
        router = WebServer.router(httpd, new WebServer.Service(new Signature("jmonit", "1", true), false, new Still(snapshot), new Stage(), new Stage()), machine, new Streams());
    }

    public Answer get(String target, Map<String, List<String>> headers) throws InterruptedException {
        var lines = headers.entrySet().stream().flatMap(e -> e.getValue().stream().map(v -> new Header(e.getKey(), v))).toList();
        try {
            var caller = new Caller(new Client.Remote(InetAddress.getLoopbackAddress()), false);
            return answer(router.answer(Request.of(new Raw("GET", target, new Headers(lines), new byte[0]), caller)));
        } catch (Malformed e) {
            return answer(router.malformed(e.getMessage()));
        }
    }

    private static Answer answer(Response response) {
        return new Answer(response.status().code(), response.headers(), response.body());
    }

    /** Nothing happens to these services. */
    private record Still(Snapshot snapshot) implements Panel {

        @Override
        public Snapshot show() {
            return snapshot;
        }

        @Override
        public boolean answers(Duration within) {
            return true;
        }

        @Override
        public List<CompletableFuture<String>> ask(Wish wish, List<String> services) {
            return services.stream().map(_ -> CompletableFuture.completedFuture("")).toList();
        }

        @Override
        public List<CompletableFuture<String>> calm(Calming wanted) {
            return java.util.Collections.nCopies(wanted.replies(), CompletableFuture.completedFuture(""));
        }

        @Override
        public CompletableFuture<String> order(Verb verb) {
            return CompletableFuture.completedFuture("");
        }
    }
}
