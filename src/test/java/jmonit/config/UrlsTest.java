package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import jmonit.model.Url;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {

    @Test
    void takesAnAddressApart() {
        assertEquals(Optional.of(new Url("https", "joe", "s3cret", "example.org", 8443, "/a/b", "c=d&e=f")),
                Urls.parse("https://joe:s3cret@example.org:8443/a/b?c=d&e=f"));
    }

    @ParameterizedTest
    @CsvSource({"http://example.org, 80, /", "HTTPS://example.org, 443, /", "http://example.org:81, 81, /", "http://example.org/x, 80, /x"})
    void fillsInWhatIsNotWritten(String text, int port, String path) {
        var url = Urls.parse(text).orElseThrow();

        assertEquals(new Url(url.scheme(), "", "", "example.org", port, path, ""), url);
    }

    @Test
    void anAddressOfTheSixthVersionStandsInBrackets() {
        assertEquals("2001:db8::1", Urls.parse("http://[2001:db8::1]:8080/").orElseThrow().host());
    }

    @Test
    void usersAndPasswordsAreDecoded() {
        var url = Urls.parse("http://j%6Fe:a%40b%zz@example.org/").orElseThrow();

        assertEquals("joe", url.user());
        assertEquals("a@b%zz", url.password());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org", "example.org", "http://", "http:/example.org", "http://a b/", ""})
    void refusesWhatIsNone(String text) {
        assertEquals(Optional.empty(), Urls.parse(text));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            /a/b?c=d&e,  /a/b?c=d&e
            /a b,        /a%20b
            /ü,          /%C3%BC
            /a%20b,      /a%2520b
            /<">,        /%3C%22%3E
            """)
    void writesRequestsAsServersWantThem(String text, String request) {
        assertEquals(request, Urls.encode(text));
    }
}
