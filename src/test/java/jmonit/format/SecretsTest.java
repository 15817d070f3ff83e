package jmonit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.BuiltIn;
import jmonit.config.Reading;
import jmonit.os.FakeFiles;

class SecretsTest {

    private static Secrets secrets(String text) {
        return Secrets.of(Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", text), "plum").controlFile());
    }

    /** What opens a door in an address may stand before its host or after it. */
    @ParameterizedTest
    @ValueSource(strings = {
        "set webhook w url \"https://u:sesame@example.org/x\"",
        "set webhook w url \"https://example.org/x?sesame\"",
        "set webhook w url \"https://example.org/x\" secret sesame",
        "set nats \"nats://u:sesame@a\"",
        "set nats \"nats://sesame@a\"",
        "set nats \"nats://a\" \"nats://u:sesame@b\"",
        "set nats \"nats://a\" \"nats://sesame@b\"",
        "set mailserver localhost username \"u\" password \"sesame\"",
        "set mmonit http://u:sesame@m:8080/collector",
        "set httpd port 2812 allow admin:sesame"})
    void areMasked(String text) {
        assertEquals("open ****", secrets(text + "\n").masked("open sesame"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "if failed port 3306 protocol mysql username joe password sesame then alert",
        "if failed port 80 protocol http and username joe and password sesame then alert",
        "if failed url http://joe:sesame@db/x then alert",
        "if succeeded port 5432 protocol pgsql username joe password sesame then alert"})
    void soAreThePasswordsOfTests(String rule) {
        assertEquals("open ****", secrets("check host db with address db\n" + rule + "\n").masked("open sesame"));
    }

    @Test
    void soIsThePathOfAnAddressThatIsAllItTakes() {
        assertEquals("POST ****", secrets("set webhook w url \"https://example.org/sesame\"\n").masked("POST /sesame"));
    }

    @Test
    void aUserWithAPasswordIsNone() {
        assertEquals("admin", secrets("set nats \"nats://admin:sesame@a\"\n").masked("admin"));
    }
}
