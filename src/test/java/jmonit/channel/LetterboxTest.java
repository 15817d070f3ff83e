package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.Outlet;
import jmonit.model.Tls;
import jmonit.os.FakeDialer;
import jmonit.os.FakeWire;

class LetterboxTest {

    private static final Letter LETTER = new Letter("/hook/x7Kq", List.of("X-Key: 1"), "{}".getBytes(StandardCharsets.US_ASCII));

    private static Reply post(String url, FakeWire wire) throws IOException, InterruptedException {
        Outlet outlet = Happenings.controlFile("set webhook w url \"" + url + "\" secret \"sesame\"\n").settings().outlets().getFirst();
        var dialer = new FakeDialer().with(new Endpoint.Inet(outlet.url().host(), outlet.url().port(), Family.ANY, false, ""), wire);
        return new Letterbox(dialer, outlet, Tls.NONE).post(LETTER);
    }

    private static Reply answered(String... answer) throws IOException, InterruptedException {
        return post("https://example.org/hook/x7Kq", FakeWire.saying(answer));
    }

    @Test
    void postsOverAnEncryptedConnection() throws Exception {
        var wire = FakeWire.saying("HTTP/1.1 204 No Content\r\n\r\n");

        assertEquals(new Reply.Taken(), post("https://example.org/hook/x7Kq", wire));
        assertEquals("POST /hook/x7Kq HTTP/1.1\r\nHost: example.org\r\nUser-Agent: jmonit\r\nAccept: */*\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: 2\r\nX-Key: 1\r\n\r\n{}", wire.sent());
        assertEquals("example.org", wire.asked());
        assertTrue(wire.closed());
    }

    @Test
    void logsInAsTheAddressSays() throws Exception {
        var wire = FakeWire.saying("HTTP/1.1 200 OK\r\n\r\n");

        post("http://u:p%40q@[::1]:8080/hook/x7Kq", wire);

        assertTrue(wire.sent().contains("Host: [::1]:8080\r\n"), wire.sent());
        assertTrue(wire.sent().contains("Authorization: Basic dTpwQHE=\r\n"), wire.sent());
    }

    @Test
    void waitsAsLongAsItIsTold() throws Exception {
        assertEquals(new Reply.Later("HTTP/1.1 429 Too Many Requests", Duration.ofSeconds(7)),
                answered("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\n\r\n"));
        assertEquals(Duration.ofHours(1),
                assertInstanceOf(Reply.Later.class, answered("HTTP/1.1 503 x\r\nretry-after: 999999999\r\n\r\n")).pause());
        assertEquals(Duration.ofSeconds(35), assertInstanceOf(Reply.Later.class,
                answered("HTTP/1.1 429 x\r\nContent-Length: 34\r\n\r\n", "{\"parameters\":{\"retry_after\": 35}}")).pause());
        assertEquals(new Reply.Failed("HTTP/1.1 500 Oops", Duration.ZERO), answered("HTTP/1.1 500 Oops\r\n\r\n"));
    }

    @Test
    void isRefusedInOneLineThatShowsNoSecret() throws Exception {
        assertEquals(new Reply.Refused("HTTP/1.1 404 Not Found: no *** here, *** ?"),
                answered("HTTP/1.1 404 Not Found\r\nContent-Length: 31\r\n\r\nno /hook/x7Kq here,\r\n", "sesame\u0007\u001b?\n"));
        assertEquals(new Reply.Refused("HTTP/1.1 302 Found"), answered("HTTP/1.1 302 Found\r\nLocation: http://other/\r\n\r\n"));
    }

    @Test
    void believesNoAnswerThatIsNone() {
        assertEquals("no answer", assertThrows(IOException.class, () -> answered()).getMessage());
        assertEquals("its answer is not HTTP", assertThrows(IOException.class, () -> answered("SSH-2.0-x\r\n\r\n")).getMessage());
    }

    @Test
    void readsNoAnswerWithoutEnd() {
        var endless = new String[40];
        java.util.Arrays.fill(endless, "X: y\r\n".repeat(300));
        endless[0] = "HTTP/1.1 200 OK\r\n";

        assertEquals("its answer does not come to an end", assertThrows(IOException.class, () -> answered(endless)).getMessage());
    }

    @Test
    void showsNoPartOfASecretWhereItCutsWhatWasSaid() throws Exception {
        String body = "x".repeat(264) + " no hook at /hook/x7Kq here";

        var refused = assertInstanceOf(Reply.Refused.class, answered("HTTP/1.1 400 Bad\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));

        assertFalse(refused.said().contains("/hook"), refused.said());
    }
}
