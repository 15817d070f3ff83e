package jmonit.diagnostic;

import static jmonit.diagnostic.Sample.printed;
import static jmonit.diagnostic.Sample.source;
import static jmonit.diagnostic.Sample.span;
import static jmonit.diagnostic.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final String NOTHING = "";

    @Test
    void tabsAreWidenedAndCaretsStandRight() {
        var source = source("a\tb\tcpu\n");

        assertEquals("""
                monitrc:1:5: error: x
                  |
                1 | a   b   cpu
                  |         ^^^ here
                """, text(Diagnostic.error(span(source, "cpu"), "x", "here")));
    }

    @Test
    void wideCharactersTakeTwoColumnsAndAccentsNone() {
        var source = source("日本 e\u0301 😀 cpu");

        assertEquals("""
                monitrc:1:9: error: x
                  |
                1 | 日本 e\u0301 😀 cpu
                  |           ^^^ here
                """, text(Diagnostic.error(span(source, "cpu"), "x", "here")));
    }

    @Test
    void aWordOfMegabytesIsCutInTheMiddle() {
        String headline = text(Diagnostic.error("monitrc", 3, "unknown \"" + "a".repeat(3_000_000) + "\" here"));

        assertEquals("monitrc:3: error: unknown \"" + "a".repeat(791) + "…" + "a".repeat(194) + "\" here\n", headline);
    }

    @Test
    void marksOnlyTheFirstLineOfALongSpan() {
        var source = source("one two\r\nthree\r\n");

        assertEquals("""
                monitrc:1:5: error: x
                  |
                1 | one two
                  |     ^^^ here
                """, text(Diagnostic.error(Span.at(source, 4, 12), "x", "here")));
    }

    @Test
    void aWholeLineIsAPlaceWithoutItsText() {
        assertEquals("""
                monitrc:3: error: x
                  = help: h
                  = see:  jmonit help rules
                """, text(Diagnostic.error("monitrc", 3, "x").help("h").see("rules")));
    }

    @Test
    void theEndOfTheFileIsAPlace() {
        var source = source("check\n");
        int end = source.text().length();

        assertEquals("""
                monitrc:2:1: error: x
                  |
                2 |
                  | ^ expected more
                """, text(Diagnostic.error(Span.at(source, end, end), "x", "expected more")));
    }

    @Test
    void theEndOfAnUnfinishedLineIsAPlace() {
        var source = source("check");

        assertEquals("""
                monitrc:1:6: error: x
                  |
                1 | check
                  |      ^ expected more
                """, text(Diagnostic.error(Span.at(source, 5, 5), "x", "expected more")));
    }

    @Test
    void anEmptyFileHasALine() {
        var source = source(NOTHING);

        assertEquals("""
                monitrc:1:1: error: x
                  |
                1 |
                  | ^
                """, text(Diagnostic.error(Span.at(source, 0, 0), "x", NOTHING)));
    }

    @Test
    void theMarginIsAsWideAsTheLongestLineNumber() {
        var source = source("first\n".repeat(99) + "last\n");

        var found = Diagnostic.error(span(source, "last"), "x", "here").and(span(source, "first"), "there").help("y");

        assertEquals("""
                monitrc:100:1: error: x
                    |
                  1 | first
                    | ----- there
                ...
                100 | last
                    | ^^^^ here
                    |
                    = help: y
                """, text(found));
    }

    @Test
    void aLineOfAMegabyteIsCutAroundTheSpan() {
        var source = source("a".repeat(500_000) + "CPU" + "b".repeat(500_000));

        var found = Diagnostic.error(span(source, "CPU"), "x", "here").and(Span.at(source, 0, 5), "there");

        assertEquals(
                """
                monitrc:1:500001: error: x
                  |
                1 | …%sCPU%s…
                  | %s^^^ here
                  | - there
                """.formatted("a".repeat(60), "b".repeat(97), " ".repeat(61)),
                text(found));
    }

    @Test
    void cuttingALineLeavesCharactersWhole() {
        var source = source("😀".repeat(200) + "x");

        assertEquals(
                """
                monitrc:1:101: error: x
                  |
                1 | …%s…
                  | %s^^ here
                """.formatted("😀".repeat(80), " ".repeat(61)),
                text(Diagnostic.error(Span.at(source, 200, 202), "x", "here")));
    }

    @Test
    void controlCharactersAreShownNotObeyed() {
        var source = source("\ufeffred \033[31m \007\u007f\u009b\u202e\ud800 cpu\rx\n");

        assertEquals("""
                a^Jb:1:18: error: no ^["x"
                  |
                1 | �red ^[[31m ^G^?��� cpu^Mx
                  |                     ^^^ on ^G
                  |
                  = included from c^[:1
                  = help: d^[
                  = see:  jmonit help e^[
                """, text(Diagnostic.error(
                        span(source("a\nb", source.text(), "c\033:1"), "cpu"), "no \033\"x\"", "on \007")
                .help("d\033")
                .see("e\033")));
    }

    @Test
    void tellsHowTheFileCameToBeRead() {
        var source = source("web.conf", "if\n", "conf.d/all:3", "monitrc:12");

        assertEquals("""
                web.conf:1:1: warning: x
                  |
                1 | if
                  | ^^ here
                  |
                  = included from conf.d/all:3
                  = included from monitrc:12
                  = help: one
                  = help: two
                """, text(Diagnostic.warning(span(source, "if"), "x", "here").help("one").help("two").help("three")));
    }

    @Test
    void aFaultOfAWholeFileHasNoExcerpt() {
        assertEquals("""
                monitrc: error: others may read this file
                  = help: chmod 600 monitrc

                jmonit: warning: no control file
                """, text(
                Diagnostic.error("monitrc", "others may read this file").help("chmod 600 monitrc"),
                Diagnostic.warning("", "no control file")));
    }

    @Test
    void saysHowManyAreNotShown() {
        var found = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> Diagnostic.error("f" + number, "x"))
                .toArray(Diagnostic[]::new);

        assertEquals("""
                f1: error: x

                f2: error: x

                and 2 more (--all shows them)
                """, printed(new Printer(Format.TEXT, false, 2), found));
        assertEquals("""
                f1: error: x
                f2: error: x
                f3: error: x
                and 1 more (--all shows them)
                """, printed(new Printer(Format.SHORT, false, 3), found));
        assertEquals("f1: error: x\n", printed(new Printer(Format.SHORT, false, 1), found[0]));
    }

    @Test
    void shortIsHeadlinesOnly() {
        var source = source("set\nchekc\n");

        assertEquals("""
                monitrc:2:1: error: unknown statement "chekc"
                """, printed(
                new Printer(Format.SHORT, false, 20),
                Diagnostic.error(span(source, "chekc"), "unknown statement \"chekc\"", "here").help("y")));
    }

    @Test
    void paintsOnlyWhenAsked() {
        var source = source("ab");
        var found = Diagnostic.error(Span.at(source, 0, 1), "x", "y").and(Span.at(source, 1, 2), "z").help("h");

        assertEquals(
                """
                <1>monitrc:1:1: <0><1;31>error<0><1>: x<0>
                <1;34>  |<0>
                <1;34>1 |<0> ab
                <1;34>  |<0> <1;31>^ y<0>
                <1;34>  |<0>  <1;34>- z<0>
                <1;34>  |<0>
                  <1;34>=<0> help: h
                """.replaceAll("<([0-9;]+)>", "\033[$1m"),
                printed(new Printer(Format.TEXT, true, 20), found));
    }

    @Test
    void aLimitBelowOneIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> new Printer(Format.TEXT, false, 0));
    }
}
