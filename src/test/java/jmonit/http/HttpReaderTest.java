package jmonit.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReaderTest {

    private static Raw read(String text) throws IOException {
        return new HttpReader(Channels.newChannel(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))).read();
    }

    private static String refused(String text) {
        return assertThrows(Malformed.class, () -> read(text)).getMessage();
    }

    @Test
    void readsAPostWithItsBody() throws IOException {
        var raw = read("POST /_doaction HTTP/1.0\r\nContent-Length: 3\r\nX:  y \r\n\r\nabcdef");

        assertEquals("POST", raw.method());
        assertEquals("/_doaction", raw.target());
        assertEquals("y", raw.headers().first("x").orElseThrow());
        assertArrayEquals("abc".getBytes(StandardCharsets.UTF_8), raw.body());
    }

    @Test
    void takesLinesThatEndWithALineFeedAlone() throws IOException {
        assertEquals("/_ping", read("GET /_ping HTTP/1.1\nHost: x\n\n").target());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "\r\n", "FOO\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/3.0\r\n\r\n", "GET / HTTP/0.9\r\n\r\n", "GET / x HTTP/1.0\r\n\r\n",
            "GET  / HTTP/1.0\r\n\r\n", " GET / HTTP/1.0\r\n\r\n", "G(T / HTTP/1.0\r\n\r\n", "GET / HTTP/1.0\r\nno colon\r\n\r\n",
            "GET / HTTP/1.0\r\nA : b\r\n\r\n", "GET / HTTP/1.0\r\nA: b\r\n folded\r\n\r\n", "GET / HTTP/1.0\r\n: b\r\n\r\n",
            "GET / HTTP/1.0\r\nA: b\rC: d\r\n\r\n", "GET / HTTP/1.0\r\nA: b\0c\r\n\r\n", "GET / HTTP/1.0\r\r\n\r\n", "GET / HTTP/1.0\r\nA: b"})
    void refusesWhatIsNoRequest(String text) {
        assertEquals("Cannot parse request", refused(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Content-Length: abc", "Content-Length: -5", "Content-Length: +5", "Content-Length: 0x5", "Content-Length: 5, 5", "Content-Length:",
            "Content-Length: 5\r\nContent-Length: 5", "Content-Length: 5\r\ncontent-length: 6", "Content-Length: 99999999999999999999",
            "Content-Length: 262145", "Transfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 5",
            "transfer-encoding: identity", "Content-Length: 50"})
    void refusesBodiesOfDoubtfulLength(String headers) {
        assertEquals("Cannot parse Request parameters", refused("POST /a HTTP/1.1\r\n" + headers + "\r\n\r\n12345"));
    }

    @Test
    void refusesMoreHeadersThanAnybodySends() {
        assertEquals("Cannot parse request", refused("GET / HTTP/1.0\r\n" + "X: y\r\n".repeat(201) + "\r\n"));
    }

    @Test
    void takesAsManyHeadersAsAnybodySends() throws IOException {
        assertEquals(199, read("GET / HTTP/1.0\r\n" + "X: y\r\n".repeat(199) + "\r\n").headers().lines().size());
    }

    @Test
    void anEndlessHeadCostsNoMoreThanItsLimit() {
        var endless = new InputStream() {
            private long count;

            @Override
            public int read() {
                count++;
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                Arrays.fill(into, from, from + length, (byte) 'x');
                count += length;
                return length;
            }
        };

        assertThrows(Malformed.class, () -> new HttpReader(Channels.newChannel(endless)).read());

        assertTrue(endless.count <= 3 * HttpReader.LARGEST_HEAD, "read " + endless.count);
    }
}
