package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.MMonit;
import jmonit.model.Tls;
import jmonit.os.FakeDialer;
import jmonit.os.FakeWire;

/** What a collector gets is what Monit 5.33 sends, captured. */
class CollectorTest {

    private static final byte[] DOCUMENT = "<monit/>".getBytes(StandardCharsets.US_ASCII);
    private static final String HEAD = "POST /collector HTTP/1.1\r\nHost: 10.0.0.7:18080\r\nContent-Type: text/xml\r\nContent-Length: 8\r\n"
            + "Pragma: no-cache\r\nAccept: */*\r\nUser-Agent: Monit/5.33.0\r\n";
    private static final String PLAIN = "HTTP/1.1 200 OK\r\nServer: something\r\n\r\n";

    private final FakeDialer dialer = new FakeDialer();

    private Collector collector(String url, FakeWire... wires) {
        MMonit mmonit = Happenings.controlFile("set httpd port 2812\n  allow localhost\nset mmonit " + url + "\n").settings().mmonits().getFirst();
        dialer.with(new Endpoint.Inet(mmonit.url().host(), mmonit.url().port(), Family.ANY, false, ""), wires);
        return new Collector(dialer, mmonit, Tls.NONE);
    }

    private String complaint(String... answer) {
        return assertThrows(IOException.class, () -> collector("http://10.0.0.7:18080/collector", FakeWire.saying(answer)).send(DOCUMENT)).getMessage();
    }

    @Test
    void postsTheHeadersOfMonitInItsOrder() throws Exception {
        var wire = FakeWire.saying(PLAIN);

        collector("http://monit:monit@10.0.0.7:18080/collector", wire).send(DOCUMENT);

        assertEquals(HEAD + "Authorization: Basic bW9uaXQ6bW9uaXQ=\r\n\r\n<monit/>", wire.sent());
        assertTrue(wire.closed());
    }

    @Test
    void sendsNoLogInWhereThereIsNone() throws Exception {
        var wire = FakeWire.saying(PLAIN);

        collector("http://10.0.0.7:18080/collector", wire).send(DOCUMENT);

        assertEquals(HEAD + "\r\n<monit/>", wire.sent());
    }

    @Test
    void sendsThePasswordAsItStandsInTheAddress() throws Exception {
        var wire = FakeWire.saying(PLAIN);

        collector("http://u:p%40q@10.0.0.7:18080/collector", wire).send(DOCUMENT);

        assertTrue(wire.sent().contains("Authorization: Basic dTpwJTQwcQ==\r\n"), wire.sent());
    }

    @Test
    void compressesOnceTheOtherSideIsKnownToReadIt() throws Exception {
        var second = FakeWire.saying(PLAIN);
        var collector = collector("http://10.0.0.7:18080/collector", FakeWire.saying("HTTP/1.1 200 OK\r\nSer", "ver: mmonit/4.3\r\n\r\n"), second);
        collector.send(DOCUMENT);

        collector.send(DOCUMENT);

        String sent = second.sent();
        assertTrue(sent.contains("User-Agent: Monit/5.33.0\r\nContent-Encoding: gzip\r\n"), sent);
        byte[] body = sent.substring(sent.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(DOCUMENT, new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes());
    }

    @Test
    void doesNotCompressForAnOldOne() throws Exception {
        var second = FakeWire.saying(PLAIN);
        var collector = collector("http://10.0.0.7:18080/collector", FakeWire.saying("HTTP/1.1 200 OK\r\nServer: mmonit/3.5\r\n\r\n"), second);
        collector.send(DOCUMENT);

        collector.send(DOCUMENT);

        assertEquals(HEAD + "\r\n<monit/>", second.sent());
    }

    @Test
    void saysWhatCameBack() {
        assertEquals("HTTP/1.1 500 Oops", complaint("HTTP/1.1 500 Oops\r\n\r\n"));
        assertEquals("no answer", complaint());
        assertEquals("its answer is not HTTP", complaint("SSH-2.0-OpenSSH\r\n\r\n"));
        assertEquals("its answer does not come to an end", complaint("HTTP/1.1 200 OK\r\n", "X: y\r\n".repeat(6000), "X", "x"
                , "X: y\r\n".repeat(6000), "X: y\r\n".repeat(6000), "X: y\r\n".repeat(6000), "X: y\r\n".repeat(6000)));
    }

    @Test
    void saysItInOneLineThatIsNotTooLong() {
        assertEquals("HTTP/1.1 500 " + "x".repeat(287) + "...", complaint("HTTP/1.1 500 " + "x".repeat(9000) + "\r\n\r\n"));
    }
}
