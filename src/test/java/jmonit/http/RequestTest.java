package jmonit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    private static Request of(String method, String target, String body) throws Malformed {
        var caller = new Caller(new Client.Local("root", "root"), false);
        return Request.of(new Raw(method, target, new Headers(List.of()), body.getBytes(StandardCharsets.UTF_8)), caller);
    }

    @ParameterizedTest
    @CsvSource({"/a,/a", "/b+c,/b c", "/b%20c,/b c", "/%C3%A4,/ä", "/a%2Fb,/a/b", "/a%2Bb,/a+b", "http://h:1/x?y,/x", "HTTP://h,/"})
    void pathsAreDecodedOnce(String target, String path) throws Malformed {
        assertEquals(path, of("GET", target, "").path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "*", "/%zz", "/%", "/%4", "/a%00b", "/x%0aError", "/x%0d", "/%7f", "/%ff", "/%c0%ae", "ftp://h/x"})
    void doubtfulPathsAreRefused(String target) {
        assertEquals("Cannot parse request", assertThrows(Malformed.class, () -> of("GET", target, "")).getMessage());
    }

    @Test
    void longAddressesAreRefused() {
        assertEquals("[error] URL too long", assertThrows(Malformed.class, () -> of("GET", "/" + "x".repeat(5000), "")).getMessage());
    }

    @Test
    void aPostSaysEverythingInItsBody() throws Malformed {
        var request = of("POST", "/a?action=start", "action=stop&x=%C3%A4+%2B&service=a&service=b&=y&z");

        assertEquals(List.of("stop"), request.form().all("action"));
        assertEquals(List.of("a", "b"), request.form().all("service"));
        assertEquals("ä +", request.form().first("x").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=%zz", "a=%"})
    void formsThatCannotBeReadAreRefused(String body) {
        assertEquals("Cannot parse Request parameters", assertThrows(Malformed.class, () -> of("POST", "/a", body)).getMessage());
    }

    @Test
    void floodsOfFieldsAreRefused() {
        assertThrows(Malformed.class, () -> of("POST", "/a", "a=b&".repeat(3000)));
    }
}
