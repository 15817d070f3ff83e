package jmonit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {

    private static final String PAGE = """
            {"status": "ok", "odd name": 1, "größe": 2, "checks": [{"state": "up"}, {"state": "down"}], "none": null}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "$.status | Text[value=ok]",
            "$[\"odd name\"] | Number[value=1.0]",
            "$['odd name'] | Number[value=1.0]",
            "$.größe | Number[value=2.0]",
            "$.checks[0].state | Text[value=up]",
            "$.checks[-1].state | Text[value=down]",
            "$.checks[2].state | Nothing[]",
            "$.checks[-3].state | Nothing[]",
            "$.status.deeper | Nothing[]",
            "$.status[0] | Nothing[]",
            "$.none | Nothing[]"})
    void leadsToAValue(String path, String value) throws NotJson {
        assertEquals(value, JsonPath.parse(path).orElseThrow().in(JsonReader.read(PAGE, JsonReader.Bounds.SMALL)).toString());
    }

    @Test
    void aloneIsTheWhole() throws NotJson {
        assertEquals(new Json.Number(5), JsonPath.parse("$").orElseThrow().in(JsonReader.read("5", JsonReader.Bounds.SMALL)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "status", "$status", "$.", "$..a", "$.a.", "$[", "$[x]", "$[1", "$[\"a]", "$.a b", "$[99999999999]", "$.*", "$[*]"})
    void whatIsNoPathIsNone(String text) {
        assertEquals(Optional.empty(), JsonPath.parse(text));
    }
}
