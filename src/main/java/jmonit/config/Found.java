package jmonit.config;

import java.util.ArrayList;
import java.util.List;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Severity;

/** What is wrong so far. One owner writes it: the reading of one control file. */
final class Found {

    /** Nobody reads more; a file of nonsense must not fill the memory with complaints. */
    private static final int LIMIT = 10_000;

    private final List<Diagnostic> diagnostics = new ArrayList<>();

    void add(Diagnostic diagnostic) {
        if (diagnostics.size() < LIMIT) {
            diagnostics.add(diagnostic);
        }
    }

    long errors() {
        return diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).count();
    }

    List<Diagnostic> all() {
        return List.copyOf(diagnostics);
    }
}
