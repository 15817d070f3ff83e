package jmonit.diagnostic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Sources, spans and printed reports for tests: the only place that knows how they are made. */
final class Sample {
    private Sample() {}

    static Source source(String text) {
        return source("monitrc", text);
    }

    static Source source(String name, String text, String... includedFrom) {
        return new Source(name, text, List.of(includedFrom));
    }

    /** The first occurrence of some text. */
    static Span span(Source source, String text) {
        int start = source.text().indexOf(text);
        return Span.at(source, start, start + text.length());
    }

    static String text(Diagnostic... found) {
        return printed(new Printer(Format.TEXT, false, Integer.MAX_VALUE), found);
    }

    static String printed(Printer printer, Diagnostic... found) {
        var out = new StringBuilder();
        try {
            printer.print(Report.of(List.of(found)), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
