package jmonit.diagnostic;

import static jmonit.diagnostic.Sample.source;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final Source main = source("monitrc", "0123456\n89");
    private final Source other = source("b.conf", "0123456\n89");

    @Test
    void filesKeepTheirOrderAndLinesAreSorted() {
        var report = report(error(other, 8), error(main, 8), error(main, 0), error(other, 0));

        assertEquals("b.conf:1:1 b.conf:2:1 monitrc:1:1 monitrc:2:1", places(report));
    }

    @Test
    void faultsOfAWholeFileComeBeforeThoseInIt() {
        var report = report(error(main, 0), error(other, 0), Diagnostic.warning("b.conf", "x"));

        assertEquals("monitrc:1:1 b.conf b.conf:1:1", places(report));
    }

    @Test
    void faultsOfAWholeLineComeBeforeThoseInIt() {
        var report = report(error(main, 8), warning(main, 0), Diagnostic.error("monitrc", 2, "x"), Diagnostic.warning("monitrc", 1, "x"));

        assertEquals("monitrc:1 monitrc:1:1 monitrc:2 monitrc:2:1", places(report));
    }

    @Test
    void aWholeLineMayHaveSeveralFaults() {
        var report = report(Diagnostic.error("monitrc", 2, "x"), Diagnostic.error("monitrc", 2, "y"), Diagnostic.error("monitrc", 2, "x"));

        assertEquals("monitrc:2 monitrc:2", places(report));
    }

    @Test
    void aLineHasOneErrorAndNoWarningsBesides() {
        var report = report(warning(main, 0), error(main, 5), error(main, 2), warning(main, 8), warning(main, 9));

        assertEquals("monitrc:1:3 monitrc:2:1 monitrc:2:2", places(report));
        assertEquals(1, report.errors());
        assertEquals(2, report.warnings());
    }

    @Test
    void whatIsSaidTwiceIsKeptOnce() {
        var whole = Diagnostic.error("monitrc", "x");

        var report = report(warning(main, 1), whole, warning(main, 1), whole, Diagnostic.error("monitrc", "y"));

        assertEquals("monitrc monitrc monitrc:1:2", places(report));
    }

    @Test
    void aFileReadTwiceHasItsMistakesOnce() {
        var again = source("b.conf", other.text(), "monitrc:7");

        assertEquals("b.conf:1:1", places(report(error(other, 0), error(again, 0))));
    }

    @Test
    void strictTakesWarningsForErrors() {
        var report = report(warning(main, 0), error(main, 8)).strict();

        assertEquals("monitrc:1:1 monitrc:2:1", places(report));
        assertEquals(2, report.errors());
        assertEquals(0, report.warnings());
    }

    private static Report report(Diagnostic... found) {
        return Report.of(List.of(found));
    }

    private static Diagnostic error(Source source, int offset) {
        return Diagnostic.error(Span.at(source, offset, offset + 1), "x", "y");
    }

    private static Diagnostic warning(Source source, int offset) {
        return Diagnostic.warning(Span.at(source, offset, offset + 1), "x", "y");
    }

    private static String places(Report report) {
        return String.join(" ", report.diagnostics().stream().map(Diagnostic::place).toList());
    }
}
