package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.model.Comparison;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.Limits;
import jmonit.model.ResponseTime;
import jmonit.model.Speech;
import jmonit.model.Speech.Setting;
import jmonit.model.Tls;
import jmonit.os.FakeWire;

class ConversationsTest {

    private static final Limits LIMITS = new Limits(Map.of("httpContentBuffer", 64L, "sendExpectBuffer", 16L), Map.of());
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello, and what is not of this page";

    @Test
    void anOpenStreamIsEnoughForThePlainConversation() {
        var wire = FakeWire.failing("must not be listened to");

        assertDoesNotThrow(() -> new PlainConversation().hold(wire, connection(tcp(), "default"), LIMITS));
        assertEquals("", wire.sent());
    }

    @Test
    void aDatagramIsSentToSeeWhetherItIsRefused() {
        var open = FakeWire.saying();
        var closed = FakeWire.failing("Connection refused");
        var connection = connection(new Endpoint.Inet("plum", 53, Family.ANY, true, ""), "default");

        assertDoesNotThrow(() -> new PlainConversation().hold(open, connection, LIMITS));
        assertEquals("\0", open.sent());
        assertThrows(IOException.class, () -> new PlainConversation().hold(closed, connection, LIMITS));
    }

    @Test
    void httpAsksAsMonitDoes() throws IOException {
        var wire = FakeWire.saying(OK);

        http(wire);

        assertEquals("GET / HTTP/1.1\r\nHost: plum:8080\r\nUser-Agent: Monit/5.33.0 (jmonit)\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
                + "Connection: close\r\n\r\n", wire.sent());
    }

    @Test
    void httpSendsWhatTheRuleAdds() throws IOException {
        var wire = FakeWire.saying(OK);

        http(wire, equal("method", "HEAD"), equal("request", "/a%20b?c"), equal("username", "u"), equal("password", "p"),
                equal("http headers", "X-Foo: bar"), equal("http headers", "Host: zork"));

        assertEquals("HEAD /a%20b?c HTTP/1.1\r\nAuthorization: Basic dTpw\r\nUser-Agent: Monit/5.33.0 (jmonit)\r\nAccept: */*\r\n"
                + "Accept-Encoding: identity\r\nConnection: close\r\nX-Foo: bar\r\nHost: zork\r\n\r\n", wire.sent());
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1 401 Unauthorized, Server returned status 401", "HTTP/1.1 500, Server returned status 500",
            "HTTP/1.1 abc, Cannot parse HTTP status in response: HTTP/1.1 abc", "garbage, Cannot parse HTTP status in response: garbage"})
    void httpComplainsAboutABadStatus(String line, String reason) {
        assertEquals("HTTP error: " + reason, complaint(FakeWire.saying(line + "\r\n\r\n")));
    }

    @Test
    void httpTakesTheStatusThatIsExpected() {
        var expected = new Setting("status", Comparison.EQUAL, "401", false);

        assertDoesNotThrow(() -> http(FakeWire.saying("HTTP/1.1 401 No\r\n\r\n"), expected));
        assertEquals("HTTP error: Server returned status 200", complaint(FakeWire.saying(OK), expected));
    }

    @Test
    void httpSaysWhyNothingCame() {
        assertEquals("HTTP: Error receiving data -- Resource temporarily unavailable", complaint(FakeWire.failing("Resource temporarily unavailable")));
        assertEquals("HTTP: Error receiving data -- the server closed the connection", complaint(FakeWire.saying()));
    }

    @Test
    void httpSearchesThePageAndNothingBeyondIt() {
        assertDoesNotThrow(() -> http(FakeWire.saying(OK), equal("content", "^hel+o$")));
        assertEquals("HTTP error: Regular expression doesn't match: No match", complaint(FakeWire.saying(OK), equal("content", "page")));
        assertEquals("HTTP error: Regular expression matches",
                complaint(FakeWire.saying(OK), new Setting("content", Comparison.NOT_EQUAL, "hel+o", false)));
    }

    @Test
    void httpReadsAPageInChunks() {
        var page = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";

        assertDoesNotThrow(() -> http(FakeWire.saying(page), equal("content", "^hello$")));
        assertEquals("HTTP error: invalid chunk size: zz",
                complaint(FakeWire.saying(page.replace("3;x=y", "zz")), equal("content", "^hello$")));
    }

    @Test
    void httpWantsTheWholePageWhereItsLengthIsTold() {
        var page = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello";

        assertEquals("HTTP error: Receiving data -- the server closed the connection after 5 of 9 bytes",
                complaint(FakeWire.saying(page), equal("content", "hello")));
        assertEquals("HTTP error: Receiving data -- Resource temporarily unavailable",
                complaint(FakeWire.failing("Resource temporarily unavailable", page), equal("content", "hello")));
        assertEquals("HTTP error: No content returned from server",
                complaint(FakeWire.saying(page.replace("9", "0")), equal("content", "hello")));
        assertEquals("HTTP error: Illegal Content-Length response header 'Content-Length: -9'", complaint(FakeWire.saying(page.replace("9", "-9"))));
        assertEquals("HTTP error: Parsing Content-Length response header 'Content-Length: many'", complaint(FakeWire.saying(page.replace("9", "many"))));
    }

    @Test
    void httpTakesWhatCameWhereNoLengthIsTold() {
        assertDoesNotThrow(() -> http(FakeWire.failing("Resource temporarily unavailable", "HTTP/1.1 200 OK\r\n\r\nhello"), equal("content", "^hello$")));
        assertDoesNotThrow(() -> http(FakeWire.failing("Resource temporarily unavailable", "HTTP/1.1 200 OK\r\n")));
    }

    @Test
    void httpMissesTheEndOfAPageInChunks() {
        var page = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello";

        assertEquals("HTTP error: failed to read chunk size -- the server closed the connection",
                complaint(FakeWire.saying(page + "\r\n"), equal("content", "hello")));
        assertEquals("HTTP error: invalid chunk size: ", complaint(FakeWire.saying(page + "X\r\n0\r\n\r\n"), equal("content", "hello")));
        assertEquals("HTTP error: Receiving data -- the server closed the connection after 5 of 9 bytes",
                complaint(FakeWire.saying(page.replace("5", "9")), equal("content", "hello")));
    }

    @Test
    void httpFollowsTheServerToAnotherOfItsPagesWhereItMay() throws IOException {
        var moved = "HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 4\r\n\r\ngone";
        var wire = FakeWire.saying(moved.formatted("/b?c"), OK);

        http(wire, equal("redirects", "1"), equal("content", "hello"));

        assertEquals("GET / HTTP/1.1|GET /b?c HTTP/1.1", String.join("|", wire.sent().lines().filter(l -> l.startsWith("GET")).toList()));
        assertEquals("Connection: keep-alive|Connection: close", String.join("|", wire.sent().lines().filter(l -> l.startsWith("Conn")).toList()));
        assertDoesNotThrow(() -> http(FakeWire.saying(moved.formatted("http://plum:8080/b"), OK), equal("redirects", "1"), equal("content", "hello")));
        assertEquals("HTTP error: redirected to another server: https://plum/b",
                complaint(FakeWire.saying(moved.formatted("https://plum/b")), equal("redirects", "1")));
        assertEquals("HTTP error: redirected to no address: a b", complaint(FakeWire.saying(moved.formatted("a b")), equal("redirects", "1")));
        assertDoesNotThrow(() -> http(FakeWire.saying(moved.formatted("/b"))));
    }

    @Test
    void httpReadsNoMoreThanTheLimit() {
        var endless = "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + "a".repeat(64);

        assertDoesNotThrow(() -> http(FakeWire.failing("must not wait for more", endless), equal("content", "^a{64}$")));
    }

    @Test
    void httpComparesTheSumOfThePage() {
        assertDoesNotThrow(() -> http(FakeWire.saying(OK), equal("checksum", "5d41402abc4b2a76b9719d911017c592")));
        assertEquals("Checksum error: MD5 mismatch (expected deadbeefdeadbeefdeadbeefdeadbeef got 5d41402abc4b2a76b9719d911017c592)",
                complaint(FakeWire.saying(OK), equal("checksum", "deadbeefdeadbeefdeadbeefdeadbeef")));
    }

    @Test
    void aDialogueSaysAndExpectsInTurn() throws IOException {
        var wire = FakeWire.saying("220 plum\r\n", "250 hello\r\n");

        generic(wire, equal("expect", "^220"), equal("send", "helo\r\n"), equal("expect", "hello"));

        assertEquals("helo\r\n", wire.sent());
    }

    @Test
    void aDialogueEndsWithTheFirstAnswerThatIsNotExpected() {
        var wire = FakeWire.saying("554 go away\r\n", "more");

        assertEquals("GENERIC: received unexpected data [554 go away] -- No match",
                dispute(wire, equal("expect", "^220"), equal("send", "helo\r\n")));
        assertEquals("", wire.sent());
    }

    @Test
    void aDialogueTellsWhatKeptItFromListening() {
        assertEquals("GENERIC: error receiving data -- Connection reset by peer",
                dispute(FakeWire.failing("Connection reset by peer"), equal("expect", "a")));
        assertEquals("GENERIC: error receiving data -- the server closed the connection", dispute(FakeWire.saying(), equal("expect", "a")));
    }

    @Test
    void aDialogueSeesZeroBytesAsText() {
        assertDoesNotThrow(() -> generic(FakeWire.saying("a\0b"), equal("expect", "^a.0b$")));
    }

    @Test
    void aDialogueComparesNoMoreThanTheLimitAtATime() {
        var wire = FakeWire.saying("0123456789abcdefEND");

        assertDoesNotThrow(() -> generic(wire, equal("expect", "f$"), equal("expect", "^END$")));
    }

    private static void generic(FakeWire wire, Setting... settings) throws IOException {
        new GenericConversation().hold(wire, connection(tcp(), "generic", settings), LIMITS);
    }

    private static String dispute(FakeWire wire, Setting... settings) {
        return assertThrows(IOException.class, () -> generic(wire, settings)).getMessage();
    }

    private static void http(FakeWire wire, Setting... settings) throws IOException {
        new HttpConversation(new Lane()).hold(wire, connection(tcp(), "http", settings), LIMITS);
    }

    private static String complaint(FakeWire wire, Setting... settings) {
        return assertThrows(IOException.class, () -> http(wire, settings)).getMessage();
    }

    private static Setting equal(String option, String value) {
        return new Setting(option, Comparison.EQUAL, value, false);
    }

    private static Endpoint tcp() {
        return new Endpoint.Inet("plum", 8080, Family.ANY, false, "");
    }

    private static Connection connection(Endpoint endpoint, String protocol, Setting... settings) {
        return new Connection(endpoint, Tls.NONE, new Speech(protocol, Stream.of(settings).toList()), ResponseTime.UNLIMITED, Duration.ofSeconds(5), 1);
    }
}
