package jmonit.cli;

import java.io.IOException;

import jmonit.cli.link.Answer;
import jmonit.json.Json;
import jmonit.json.JsonWriter;

/** JSON for programs as it came, and for people in lines. */
final class JsonPrinter {

    private static final String STEP = "  ";

    private final Terminal terminal;

    JsonPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Answer answer, Peer peer) throws IOException {
        Json value = peer.read(answer);
        terminal.out().println(terminal.interactive() ? lines(value, "") : answer.text().strip());
    }

    void print(Json value) {
        terminal.out().println(lines(value, ""));
    }

    private static String lines(Json value, String indent) {
        return switch (value) {
            case Json.Object(var fields) -> {
                var text = new StringBuilder();
                fields.forEach((name, field) -> part(text, indent, quoted(name) + ": " + lines(field, indent + STEP)));
                yield enclosed("{", text, indent, "}");
            }
            case Json.Array(var items) -> {
                var text = new StringBuilder();
                items.forEach(item -> part(text, indent, lines(item, indent + STEP)));
                yield enclosed("[", text, indent, "]");
            }
            case Json.Text(String words) -> quoted(words);
            case Json.Number(double number) -> new JsonWriter(64).value(number).toString();
            case Json.Flag(boolean flag) -> Boolean.toString(flag);
            case Json.Nothing _ -> "null";
        };
    }

    private static void part(StringBuilder text, String indent, String part) {
        text.append(text.isEmpty() ? "\n" : ",\n").append(indent).append(STEP).append(part);
    }

    private static String enclosed(String begin, StringBuilder text, String indent, String end) {
        return text.isEmpty() ? begin + end : begin + text + "\n" + indent + end;
    }

    private static String quoted(String text) {
        return new JsonWriter(64).value(text).toString();
    }
}
