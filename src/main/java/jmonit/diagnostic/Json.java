package jmonit.diagnostic;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** Diagnostics as one JSON array, a record a line; a fault of a whole file has no line, and one of a whole line no column. */
final class Json {
    private Json() {}

    static String of(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            return "[]\n";
        }
        return diagnostics.stream().map(Json::record).collect(joining(",\n", "[\n", "\n]\n"));
    }

    private static String record(Diagnostic diagnostic) {
        return object(
                field("severity", quoted(diagnostic.severity().word())),
                field("message", quoted(diagnostic.message())),
                diagnostic.span().map(Json::place).orElseGet(() -> wholeLine(diagnostic)),
                field("labels", array(diagnostic.labels().stream().map(label -> label(diagnostic, label)))),
                field("help", array(diagnostic.help().stream().map(Json::quoted))),
                field("topic", quoted(diagnostic.topic())),
                field("includedFrom", array(includedFrom(diagnostic).map(Json::quoted))));
    }

    private static String wholeLine(Diagnostic diagnostic) {
        var file = field("file", quoted(diagnostic.file()));
        return diagnostic.line() == 0 ? file : file + "," + field("line", diagnostic.line());
    }

    private static String label(Diagnostic diagnostic, Label label) {
        boolean primary = label.equals(diagnostic.labels().getFirst());
        return object(place(label.span()), field("text", quoted(label.text())), field("primary", primary));
    }

    private static Stream<String> includedFrom(Diagnostic diagnostic) {
        return diagnostic.span().stream().flatMap(span -> span.source().includedFrom().stream());
    }

    private static String place(Span span) {
        return String.join(
                ",",
                field("file", quoted(span.source().name())),
                field("line", span.line()),
                field("column", span.column()),
                field("endLine", span.endLine()),
                field("endColumn", span.endColumn()));
    }

    private static String object(String... fields) {
        return "{" + String.join(",", fields) + "}";
    }

    private static String array(Stream<String> values) {
        return values.collect(joining(",", "[", "]"));
    }

    private static String field(String name, Object value) {
        return quoted(name) + ":" + value;
    }

    private static String quoted(String text) {
        return text.codePoints().mapToObj(Json::escaped).collect(joining("", "\"", "\""));
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            // More than JSON asks for: the array may be read on a terminal, too.
            default -> Visible.printable(character) ? Character.toString(character) : units(character);
        };
    }

    private static String units(int character) {
        return Character.toString(character).chars().mapToObj("\\u%04x"::formatted).collect(joining());
    }
}
