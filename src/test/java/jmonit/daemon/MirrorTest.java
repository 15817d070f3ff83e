package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirrorTest {

    @ParameterizedTest
    @CsvSource({"port 2812 protocol http, true", "port 2813 protocol http, false", "port 2812 type udp, false",
        "unixsocket /run/own.sock, true", "unixsocket /run/other.sock, false"})
    void knowsATestOfTheDaemonsOwnWebServer(String test, boolean own) {
        String text = "set daemon 5\nset httpd port 2812 unixsocket /run/own.sock allow me:too\ncheck process it with pidfile /run/it.pid\n    if failed " + test
                + " then alert\n";

        assertEquals(own, Mirror.in(Cast.controlFile(text)));
    }
}
