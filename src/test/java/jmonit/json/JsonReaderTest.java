package jmonit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static Json read(String text) throws NotJson {
        return JsonReader.read(text, JsonReader.Bounds.SMALL);
    }

    private static String fault(byte[] text) {
        return assertThrows(NotJson.class, () -> JsonReader.read(text, JsonReader.Bounds.SMALL)).getMessage();
    }

    private static String fault(String text) {
        return assertThrows(NotJson.class, () -> read(text)).getMessage();
    }

    @Test
    void readsWhatIsThereAndNothingWhereItIsNot() throws Exception {
        var json = read(" {\"a\": [1, -2.5e3, \"x\\n\\u00e9\\ud83d\\ude00\", true, null], \"b\": {}}\r\n");

        assertEquals(List.of(new Json.Number(1), new Json.Number(-2500), new Json.Text("x\né😀"), new Json.Flag(true), Json.NOTHING),
                json.at("a").items());
        assertEquals(List.of("a", "b"), List.copyOf(json.fields().keySet()));
        assertEquals(Json.NOTHING, json.at("b").at("no").at("such"));
        assertEquals(1L, json.at("a").items().getFirst().whole().orElseThrow());
        assertEquals(List.of(), json.items());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"a":1,}      | a name is expected at byte 8
            {"a":1,"a":2} | a name stands twice at byte 11
            {"a" 1}       | ":" is expected at byte 6
            {a:1}         | a name is expected at byte 2
            [1 2]         | "," or "]" is expected at byte 4
            [1,]          | a value is expected at byte 4
            [1            | the text ends too early at byte 3
            "a            | the text ends too early at byte 3
            "\\x"         | an unknown escape at byte 3
            "\\u12g4"     | four hexadecimal digits are expected at byte 6
            "\\ud800"     | half of a character at byte 8
            01            | something follows the end at byte 2
            1.            | the text ends too early at byte 3
            .5            | a value is expected at byte 1
            +1            | a value is expected at byte 1
            [1e999]       | a number is too large at byte 2
            NaN           | a value is expected at byte 1
            True          | a value is expected at byte 1
            nul           | the text ends too early at byte 4
            'a'           | a value is expected at byte 1
            {} {}         | something follows the end at byte 4
            /**/1         | a value is expected at byte 1
            """)
    void saysWhatIsWrongAndWhere(String text, String complaint) {
        assertEquals(complaint, fault(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[", "\"", "-", "{\"a\":"})
    void halfATextIsNoJson(String text) {
        assertEquals("the text ends too early at byte " + (text.length() + 1), fault(text));
    }

    @Test
    void controlCharactersAreEscapedOrNotAtAll() {
        assertEquals("a control character stands in a string at byte 3", fault("\"a\nb\""));
    }

    @Test
    void onlyUtf8IsText() {
        assertEquals("no UTF-8 in the string that begins at byte 1", fault(new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'}));
        assertEquals("no UTF-8 in the string that begins at byte 1", fault(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}));
        assertEquals("a value is expected at byte 1", fault("\ufeff{}"));
    }

    @Test
    void staysWithinItsBounds() {
        assertEquals("more than 16 levels at byte 17", fault("[".repeat(100_000)));
        assertEquals("more than 8192 values at byte 16384", fault("[" + "1,".repeat(10_000) + "1]"));
        assertEquals("more than 262144 bytes at byte 262145", fault(" ".repeat(300_000)));
    }
}
