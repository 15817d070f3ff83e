package jmonit.diagnostic;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that is wrong with the operator's text.
 *
 * @param message what is wrong: a whole sentence without full stop
 * @param labels what would have been right, and where; the first is the primary one, none for a fault of a whole file
 * @param help what to do
 * @param topic a page of {@code jmonit help}, or "" where no page says more
 * @param file the primary label's file, or where there is none the file at fault; "" when no file is
 * @param line the primary label's line, or where there is none the line at fault; 0 when it is the whole file
 */
public record Diagnostic(
        Severity severity, String message, List<Label> labels, List<String> help, String topic, String file, int line) {

    public Diagnostic {
        requireNonNull(severity, "severity");
        requireNonNull(message, "message");
        requireNonNull(topic, "topic");
        labels = List.copyOf(labels);
        help = List.copyOf(help);
        file = labels.isEmpty() ? requireNonNull(file, "file") : labels.getFirst().span().source().name();
        line = labels.isEmpty() ? line : labels.getFirst().span().line();
        if (line < 0) {
            throw new IllegalArgumentException("line must not be negative, was " + line);
        }
    }

    public static Diagnostic error(Span span, String message, String label) {
        return error(span.source().name(), message).and(span, label);
    }

    public static Diagnostic warning(Span span, String message, String label) {
        return warning(span.source().name(), message).and(span, label);
    }

    /** A fault of a whole file, or with the file name "" of none in particular. */
    public static Diagnostic error(String file, String message) {
        return error(file, 0, message);
    }

    /** A doubt about a whole file, or with the file name "" about none in particular. */
    public static Diagnostic warning(String file, String message) {
        return warning(file, 0, message);
    }

    /** A fault of a line, for those who no longer have the text; line 0 stands for the whole file. */
    public static Diagnostic error(String file, int line, String message) {
        return new Diagnostic(Severity.ERROR, message, List.of(), List.of(), "", file, line);
    }

    /** A doubt about a line, for those who no longer have the text; line 0 stands for the whole file. */
    public static Diagnostic warning(String file, int line, String message) {
        return new Diagnostic(Severity.WARNING, message, List.of(), List.of(), "", file, line);
    }

    /** With one more place that matters. */
    public Diagnostic and(Span span, String label) {
        return new Diagnostic(severity, message, with(labels, new Label(span, label)), help, topic, file, line);
    }

    public Diagnostic help(String text) {
        return new Diagnostic(severity, message, labels, with(help, text), topic, file, line);
    }

    public Diagnostic see(String page) {
        return new Diagnostic(severity, message, labels, help, page, file, line);
    }

    Diagnostic as(Severity other) {
        return new Diagnostic(other, message, labels, help, topic, file, line);
    }

    boolean isError() {
        return severity == Severity.ERROR;
    }

    Optional<Span> span() {
        return labels.stream().findFirst().map(Label::span);
    }

    /** Where editors jump to. */
    String place() {
        var name = file.isEmpty() ? "jmonit" : file;
        var lined = line == 0 ? name : name + ":" + line;
        return span().map(span -> lined + ":" + span.column()).orElse(lined);
    }

    private static <T> List<T> with(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
