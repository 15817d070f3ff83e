package jmonit.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jmonit.cli.link.Answer;
import jmonit.cli.link.Field;
import jmonit.cli.link.Line;
import jmonit.cli.link.Patience;
import jmonit.cli.link.Question;
import jmonit.json.Json;
import jmonit.json.JsonReader;
import jmonit.json.NotJson;

/** A daemon that was found: Monit's forms for all of them, and JSON for those that are jmonit. What it refuses is thrown in its words. */
final class Peer implements AutoCloseable {

    private static final String API = "/api/v1";
    private static final int STRANGER = 401;
    private static final int NOT_FOUND = 404;

    private final Line line;
    private final boolean asMonit;

    /** It has been asked about something that is not there. */
    static final class Unknown extends IOException {

        private static final long serialVersionUID = 1L;

        Unknown(String words) {
            super(words);
        }
    }

    Peer(Line line, boolean asMonit) {
        this.line = line;
        this.asMonit = asMonit;
    }

    String shown() {
        return line.site().shown();
    }

    boolean control() {
        return line.site().control();
    }

    /** What a form of Monit's brings. */
    String form(String path, List<Field> fields) throws IOException {
        Answer answer = line.ask(Question.form(path, fields));
        if (!answer.good()) {
            throw refusal(answer);
        }
        return answer.text();
    }

    /** As {@link #form}, but only a text will do: whatever else answers with pages is not a daemon. */
    String text(String path, List<Field> fields) throws IOException {
        Answer answer = line.ask(Question.form(path, fields));
        if (answer.good() && answer.headers().getOrDefault("content-type", "").startsWith("text/plain")) {
            return answer.text();
        }
        throw answer.good() ? stranger(answer) : refusal(answer);
    }

    Answer page(String path) throws IOException {
        Answer answer = line.ask(Question.get(path, List.of()));
        if (!answer.good()) {
            throw refusal(answer);
        }
        return answer;
    }

    /** Whether it answers in JSON, too. */
    boolean jmonit() throws IOException {
        if (control()) {
            return true;
        }
        Answer answer = line.ask(Question.get("/health", List.of()));
        return answer.json() && Json.NOTHING != read(answer).at("status");
    }

    /** For what only jmonit can answer. */
    void demandJmonit(String what) throws IOException {
        if (!jmonit()) {
            throw new Refused("jmonit: " + what + " needs jmonit, and Monit answers at " + shown());
        }
    }

    Answer get(String path, List<Field> query) throws IOException {
        return get(path, query, Patience.USUAL);
    }

    Answer get(String path, List<Field> query, Patience patience) throws IOException {
        return checked(line.ask(Question.get(API + path, query), patience));
    }

    Answer post(String path, String json, Patience patience) throws IOException {
        return checked(line.ask(Question.json(API + path, json), patience));
    }

    Answer delete(String path) throws IOException {
        return checked(line.ask(Question.delete(API + path), Patience.USUAL));
    }

    Json read(Answer answer) throws IOException {
        try {
            return JsonReader.read(answer.body(), JsonReader.Bounds.LARGE);
        } catch (NotJson e) {
            throw new IOException(shown() + " answered with what is no JSON: " + e.getMessage(), e);
        }
    }

    private Answer checked(Answer answer) throws IOException {
        if (answer.good() && answer.json()) {
            return answer;
        }
        throw answer.good() ? stranger(answer) : refusal(answer);
    }

    private IOException stranger(Answer answer) {
        String type = answer.headers().getOrDefault("content-type", "no type");
        return new IOException(shown() + " is neither jmonit nor Monit: it answered with " + plain(type));
    }

    private IOException refusal(Answer answer) throws IOException {
        if (answer.json()) {
            Json error = read(answer).at("error");
            // Some of it is for programs that ask over the web.
            String help = error.at("help").text().filter(h -> !h.isEmpty() && !h.startsWith("GET ")).map(h -> "\n" + h).orElse("");
            String words = plain(error.at("message").text().orElse("it answered " + answer.status())) + plain(help);
            return answer.status() == NOT_FOUND ? new Unknown(words) : new Refused("jmonit: " + words);
        }
        Optional<String> complaint = answer.complaint();
        if (complaint.isEmpty()) {
            return new IOException(shown() + " is neither jmonit nor Monit: it answered " + answer.status());
        }
        if (answer.status() == STRANGER && !asMonit) {
            return new IOException(shown() + (line.site().secret().isEmpty()
                    ? " wants to know who asks: name a user, as in --url http://user@host:2812/, or allow one in the control file"
                    : " does not accept this user and password"));
        }
        return new Refused(plain(complaint.get()));
    }

    /** From somebody else, for a terminal. */
    static String plain(String text) {
        return new Screen(false, false).fit(text);
    }

    @Override
    public void close() {
        line.close();
    }
}
