package jmonit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {

    private final JsonWriter out = new JsonWriter(0);

    @Test
    void putsCommasWhereTheyBelong() {
        out.object().field("a", 1).name("b").array().value("x").value(true).nothing().object().end().end().field("c", "").end();

        assertEquals("{\"a\":1,\"b\":[\"x\",true,null,{}],\"c\":\"\"}", out.toString());
    }

    @Test
    void writesNoTextThatCouldEndAnElementOfAPage() {
        out.value("</script><!--&'\u2028");

        assertEquals("\"\\u003c/script\\u003e\\u003c!--\\u0026\\u0027\\u2028\"", out.toString());
    }

    @Test
    void writesWhatIsNoCharacterAsOneThatSaysSo() {
        out.value("a\ud800b\udc00\ud83d\ude00é€\u0000\u001b\u007f\u0085\"\\\n");

        assertEquals("\"a\\ufffdb\\ufffd😀é€\\u0000\\u001b\\u007f\\u0085\\\"\\\\\\n\"", out.toString());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "-0.5,-0.5", "1e300,1.0E300", "9007199254740993,9.007199254740992E15", "NaN,null", "Infinity,null", "1795249837123456,1795249837123456"})
    void writesNumbersAsShortAsTheyAre(double number, String expected) {
        assertEquals(expected, out.value(number).toString());
    }

    @Test
    void writesMomentsWithMilliseconds() {
        assertEquals("\"2026-11-21T10:00:00.123Z\"", out.value(Instant.parse("2026-11-21T10:00:00.123999Z")).toString());
    }

    @Test
    void isUsedAgain() {
        out.array().value(1).end();

        assertEquals("2", out.clear().value(2).toString());
    }

    @Test
    void whatDoesNotFitTogetherIsAFault() {
        assertThrows(IllegalStateException.class, out::end);
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        String hard = "\u0000\u0001 \ud83d\ude00 \\u0041 \u2029 \uffff é";
        out.object().field(hard, hard).field("n", 1.5e-7).name("deep");
        for (int i = 0; i < 30; i++) {
            out.array();
        }
        for (int i = 0; i < 31; i++) {
            out.end();
        }

        var read = JsonReader.read(out.bytes(), JsonReader.Bounds.LARGE);

        assertEquals(hard, read.at(hard).text().orElseThrow());
        assertEquals(1.5e-7, read.at("n").number().orElseThrow());
    }
}
