package jmonit.diagnostic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a report in one of the formats. */
public final class Printer {
    private final Format format;
    private final Palette palette;
    private final int limit;

    /**
     * @param colour whether the reader is a terminal that wants it
     * @param limit how many diagnostics a person is shown at most; a program that reads JSON gets them all
     */
    public Printer(Format format, boolean colour, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, was " + limit);
        }
        this.format = requireNonNull(format, "format");
        this.palette = new Palette(colour);
        this.limit = limit;
    }

    public void print(Report report, Appendable out) throws IOException {
        var found = report.diagnostics();
        out.append(switch (format) {
            case TEXT -> listed(found, "\n", diagnostic -> Block.of(diagnostic, palette));
            case SHORT -> listed(found, "", diagnostic -> Headline.of(diagnostic, palette) + "\n");
            case JSON -> Json.of(found);
        });
    }

    private String listed(List<Diagnostic> found, String between, Function<Diagnostic, String> form) {
        var shown = found.stream().limit(limit).map(form);
        int left = found.size() - limit;
        var more = left > 0 ? Stream.of("and " + left + " more (--all shows them)\n") : Stream.<String>empty();
        return Stream.concat(shown, more).collect(Collectors.joining(between));
    }
}
