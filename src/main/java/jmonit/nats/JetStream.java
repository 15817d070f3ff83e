package jmonit.nats;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jmonit.json.Json;
import jmonit.json.JsonReader;
import jmonit.json.JsonWriter;

/** The streams of a server. */
public final class JetStream {

    private static final int ROOM = 512;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 10_054;
    private static final String NOBODY = "NATS/1.0 503";
    private static final Duration KEPT = Duration.ofDays(7);
    /** Whatever was not acknowledged is sent again with its number for so long, and found to be there already. */
    private static final Duration REMEMBERED = Duration.ofHours(2);
    private static final int KEPT_OF_EACH = 1000;
    private static final int LONGEST_COMPLAINT = 200;

    private final NatsTalk talk;

    public JetStream(NatsTalk talk) {
        this.talk = talk;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is stored; {@code again} says that it was before. */
        record Stored(String stream, long number, boolean again) implements Outcome {
        }

        record Not(String because) implements Outcome {
        }

        /** Not even later. */
        record Never(String because) implements Outcome {
        }
    }

    /** Something to be stored: once only, whoever publishes it how often, where the number is not empty. */
    public record Item(String subject, String number, byte[] body) {
    }

    /** {@code stream} must be the one that takes it, if it is not empty. */
    public Outcome publish(Item item, String stream) throws IOException {
        if (item.body().length + ROOM > talk.limit()) {
            return new Outcome.Never("it is larger than the server takes, which is " + talk.limit() + " bytes (max_payload)");
        }
        var headers = new ArrayList<String>();
        if (!item.number().isEmpty()) {
            headers.add("Nats-Msg-Id: " + item.number());
        }
        if (!stream.isEmpty()) {
            headers.add("Nats-Expected-Stream: " + stream);
        }
        Frame.Message answer = talk.ask(item.subject(), headers, item.body());
        return answer.head().startsWith(NOBODY) ? new Outcome.Not("no stream takes " + item.subject()) : outcome(read(answer));
    }

    private static Outcome outcome(Json answer) {
        Json error = answer.at("error");
        if (error.fields().isEmpty() && answer.at("stream").text().isPresent()) {
            return new Outcome.Stored(answer.at("stream").text().get(), answer.at("seq").whole().orElse(0L), answer.at("duplicate").flag().orElse(false));
        }
        return error.at("err_code").whole().orElse(0L) == TOO_LARGE ? new Outcome.Never(words(error)) : new Outcome.Not(words(error));
    }

    /** Makes a stream for these subjects, unless there is one of that name, whatever it takes. */
    public void ensure(String stream, String subjects) throws IOException {
        Json known = request("INFO", stream, new byte[0]);
        if (known.at("error").fields().isEmpty()) {
            return;
        }
        if (known.at("error").at("code").whole().orElse(0L) != NOT_FOUND) {
            throw new IOException("stream " + stream + ": " + words(known.at("error")));
        }
        Json made = request("CREATE", stream, plan(stream, subjects));
        if (!made.at("error").fields().isEmpty()) {
            throw new IOException("stream " + stream + " cannot be made: " + words(made.at("error")));
        }
    }

    private static byte[] plan(String stream, String subjects) {
        var out = new JsonWriter(ROOM).object().field("name", stream).name("subjects").array().value(subjects).end();
        out.field("retention", "limits").field("storage", "file").field("discard", "old").field("num_replicas", 1);
        out.field("max_consumers", -1).field("max_msgs", -1).field("max_bytes", -1);
        out.field("max_age", KEPT.toNanos()).field("max_msgs_per_subject", KEPT_OF_EACH).field("duplicate_window", REMEMBERED.toNanos());
        return out.end().bytes();
    }

    private Json request(String what, String stream, byte[] body) throws IOException {
        Frame.Message answer = talk.ask("$JS.API.STREAM." + what + "." + stream, List.of(), body);
        if (answer.head().startsWith(NOBODY)) {
            throw new IOException("the server has no JetStream");
        }
        return read(answer);
    }

    private static Json read(Frame.Message answer) throws IOException {
        return JsonReader.read(answer.body(), JsonReader.Bounds.SMALL);
    }

    static String words(Json error) {
        String words = error.at("description").text().orElse("the answer makes no sense").replaceAll("\\p{Cntrl}+", " ");
        String said = words.length() <= LONGEST_COMPLAINT ? words : words.substring(0, LONGEST_COMPLAINT) + "...";
        return said + error.at("err_code").whole().map(c -> " (" + c + ")").orElse("");
    }
}
