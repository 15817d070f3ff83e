package jmonit.diagnostic;

import static jmonit.diagnostic.Sample.printed;
import static jmonit.diagnostic.Sample.source;
import static jmonit.diagnostic.Sample.span;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Printer PRINTER = new Printer(Format.JSON, true, 1);

    @Test
    void nothingFoundIsAnEmptyArray() {
        assertEquals("[]\n", printed(PRINTER));
    }

    @Test
    void aRecordHoldsAllThatIsKnown() {
        var main = source("one\ntwo");
        var other = source("b.conf", "x 😀 three\n", "monitrc:1");

        var found = Diagnostic.error(span(other, "three"), "bad", "here")
                .and(Span.at(main, 2, 5), "there")
                .help("h1")
                .help("h2")
                .see("rules");

        assertEquals("""
                [
                {"severity":"error","message":"bad",\
                "file":"b.conf","line":1,"column":5,"endLine":1,"endColumn":10,\
                "labels":[\
                {"file":"b.conf","line":1,"column":5,"endLine":1,"endColumn":10,"text":"here","primary":true},\
                {"file":"monitrc","line":1,"column":3,"endLine":2,"endColumn":2,"text":"there","primary":false}],\
                "help":["h1","h2"],"topic":"rules","includedFrom":["monitrc:1"]}
                ]
                """, printed(PRINTER, found));
    }

    @Test
    void allAreListedAndAWholeFileHasNoLine() {
        assertEquals("""
                [
                {"severity":"error","message":"a","file":"f","labels":[],"help":[],"topic":"","includedFrom":[]},
                {"severity":"warning","message":"b","file":"","labels":[],"help":[],"topic":"","includedFrom":[]}
                ]
                """, printed(PRINTER, Diagnostic.error("f", "a"), Diagnostic.warning("", "b")));
    }

    @Test
    void aWholeLineHasNoColumn() {
        assertEquals("""
                [
                {"severity":"error","message":"a","file":"f","line":3,"labels":[],"help":[],"topic":"","includedFrom":[]}
                ]
                """, printed(PRINTER, Diagnostic.error("f", 3, "a")));
    }

    @Test
    void whatCouldBreakAReaderIsEscaped() {
        var message = "\" \\ \n \r \t \033 \0 \u007f \u2028 \ud800 \udb40\udc01 ü 😀";

        assertEquals("""
                [
                {"severity":"error",\
                "message":"\\" \\\\ \\n \\r \\t \\u001b \\u0000 \\u007f \\u2028 \\ud800 \\udb40\\udc01 ü 😀",\
                "file":"f","labels":[],"help":[],"topic":"","includedFrom":[]}
                ]
                """, printed(PRINTER, Diagnostic.error("f", message)));
    }
}
