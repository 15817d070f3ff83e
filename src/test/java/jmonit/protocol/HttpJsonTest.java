package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.model.Comparison;
import jmonit.model.Speech.Setting;

class HttpJsonTest {

    private static final String PAGE = """
            {"status": "ok", "load": 1.5, "count": 3, "ready": true, "roles": ["primary", "voter"], "disk": {"free": 10}, "off": null}""";

    private static String complaint(String page, Setting... wanted) {
        try {
            new HttpJson(List.of(wanted)).check(page.getBytes(StandardCharsets.UTF_8));
            return "";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static Setting json(String path, String sign, String value) {
        var comparison = Stream.of(Comparison.values()).filter(c -> c.sign().equals(sign)).findFirst().orElse(Comparison.EQUAL);
        return new Setting(sign.equals("contains") ? "json contains" : "json", comparison, path + "\n" + value, false);
    }

    @ParameterizedTest
    @CsvSource({"$.status,=,ok", "$.status,!=,down", "$.status,contains,k", "$.load,<,2", "$.load,>=,1.5", "$.count,=,3", "$.count,=,3.0",
        "$.count,!=,4", "$.ready,=,true", "$.roles,contains,voter", "$.roles[0],=,primary", "$.disk,contains,free", "$.disk.free,>,9", "$.off,=,null",
        "$.missing,=,null", "$.missing,!=,ok"})
    void holds(String path, String sign, String value) {
        assertEquals("", complaint(PAGE, json(path, sign, value)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "$.status | = | down | $.status is \"ok\", expected = down",
        "$.status | > | 5 | $.status is \"ok\", expected > 5",
        "$.load | < | 1 | $.load is 1.5, expected < 1",
        "$.count | = | three | $.count is 3, expected = three",
        "$.ready | != | true | $.ready is true, expected != true",
        "$.roles | contains | leader | $.roles is an array of 2, expected to contain leader",
        "$.disk | = | 5 | $.disk is an object of 1 fields, expected = 5",
        "$.missing | = | ok | $.missing is missing or null, expected = ok"})
    void doesNotHold(String path, String sign, String value, String complaint) {
        assertEquals("HTTP error: JSON value " + complaint, complaint(PAGE, json(path, sign, value)));
    }

    @Test
    void eachOfThemMustHold() {
        assertEquals("HTTP error: JSON value $.count is 3, expected > 3", complaint(PAGE, json("$.status", "=", "ok"), json("$.count", ">", "3")));
    }

    @Test
    void whatIsNotJsonIsSaidSo() {
        assertEquals("HTTP error: the page is not JSON -- a value is expected at byte 1", complaint("<html>", json("$.a", "=", "b")));
        assertEquals("HTTP error: the page is not JSON -- the text ends too early at byte 9", complaint("{\"a\": 1 ", json("$.a", "=", "b")));
    }

    @Test
    void aPageOfBracketsOrOfValuesWithoutEndIsGivenUp() {
        assertEquals("HTTP error: the page is not JSON -- more than 64 levels at byte 65", complaint("[".repeat(100_000), json("$.a", "=", "b")));
        assertEquals("HTTP error: the page is not JSON -- more than 32768 values at byte 65536",
                complaint("[" + "1,".repeat(100_000) + "1]", json("$.a", "=", "b")));
    }

    @Test
    void whatAServerSaysIsCut() {
        var said = complaint("{\"a\": \"" + "x".repeat(5000) + "\\n\"}", json("$.a", "=", "b"));

        assertEquals("HTTP error: JSON value $.a is \"" + "x".repeat(200) + "…\", expected = b", said);
    }
}
