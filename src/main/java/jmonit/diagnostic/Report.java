package jmonit.diagnostic;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What was found, as it is worth saying: file by file in the order they first appear, faults of a whole file before
 * those in it, top to bottom; one mistake, one message.
 */
public final class Report {
    private static final int WHOLE_LINE = -1;
    private static final Report CLEAN = new Report(List.of());

    private final List<Diagnostic> diagnostics;

    private Report(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Sorts, and leaves out what repeats: the same headline twice, each error after the first on a line (most often it
     * only follows from that one), and warnings on a line that has an error.
     */
    public static Report of(Collection<Diagnostic> found) {
        return found.isEmpty() ? CLEAN : new Report(pruned(found.stream().sorted(inSourceOrder(found)).toList()));
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    public int errors() {
        return (int) diagnostics.stream().filter(Diagnostic::isError).count();
    }

    public int warnings() {
        return diagnostics.size() - errors();
    }

    /** The same report with every warning made an error. */
    public Report strict() {
        return new Report(diagnostics.stream().map(diagnostic -> diagnostic.as(Severity.ERROR)).toList());
    }

    private static Comparator<Diagnostic> inSourceOrder(Collection<Diagnostic> found) {
        var ranks = new HashMap<String, Integer>();
        found.forEach(diagnostic -> ranks.putIfAbsent(diagnostic.file(), ranks.size()));
        return comparingInt((Diagnostic diagnostic) -> ranks.get(diagnostic.file()))
                .thenComparingInt(Diagnostic::line)
                .thenComparingInt(Report::offset);
    }

    private static int offset(Diagnostic diagnostic) {
        return diagnostic.span().map(Span::start).orElse(WHOLE_LINE);
    }

    private static List<Diagnostic> pruned(List<Diagnostic> sorted) {
        var errors = sorted.stream().filter(Diagnostic::isError);
        var broken = errors.flatMap(error -> line(error).stream()).collect(toSet());
        var kept = new LinkedHashMap<String, Diagnostic>();
        for (var diagnostic : sorted) {
            if (diagnostic.isError() || line(diagnostic).filter(broken::contains).isEmpty()) {
                kept.putIfAbsent(mistake(diagnostic), diagnostic);
            }
        }
        return List.copyOf(kept.values());
    }

    /** Two diagnostics with the same answer are about the same mistake. */
    private static String mistake(Diagnostic diagnostic) {
        var headline = Headline.of(diagnostic);
        return diagnostic.isError() ? line(diagnostic).orElse(headline) : headline;
    }

    // Only where there is a span: what is said of a whole line seldom follows from something else on it.
    // By name, not by source: a file included twice is two sources, but a mistake in it is one to correct.
    private static Optional<String> line(Diagnostic diagnostic) {
        return diagnostic.span().map(span -> diagnostic.file() + ":" + span.line());
    }
}
