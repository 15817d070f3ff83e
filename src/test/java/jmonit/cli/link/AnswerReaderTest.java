package jmonit.cli.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.model.Tls;
import jmonit.os.FakeWire;
import jmonit.os.Wire;

class AnswerReaderTest {

    private static Answer read(String... pieces) throws IOException {
        return new AnswerReader(FakeWire.saying(pieces), "web1", Patience.USUAL).read();
    }

    private static String refused(String... pieces) {
        return assertThrows(IOException.class, () -> read(pieces)).getMessage();
    }

    @Test
    void readsABodyOfAKnownLength() throws IOException {
        var answer = read("HTTP/1.0 302 Moved\r\nContent-", "Type: text/plain\r\nCONTENT-LENGTH: 5\r\n\r\nhe", "llo", "more");

        assertEquals(302, answer.status());
        assertEquals("text/plain", answer.headers().get("content-type"));
        assertEquals("hello", answer.text());
    }

    @Test
    void readsABodyInChunks() throws IOException {
        assertEquals("hello", read("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3;x=y\nhel\n", "2\nlo\n0\n\n").text());
    }

    @Test
    void readsABodyThatEndsWithTheConnection() throws IOException {
        assertEquals("hello", read("HTTP/1.1 200 OK\r\n\r\n", "hel", "lo").text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SSH-2.0-OpenSSH_9.2\\r\\n                        | web1 does not speak HTTP: neither jmonit nor Monit answers there, or one that wants encryption",
        "HTTP/1.1 2x0 OK\\r\\n\\r\\n                      | web1 does not speak HTTP: neither jmonit nor Monit answers there, or one that wants encryption",
        "HTTP/1.1\\r\\n\\r\\n                             | web1 does not speak HTTP: neither jmonit nor Monit answers there, or one that wants encryption",
        "''                                               | web1 answered with nothing",
        "HTTP/1.1 200 OK\\r\\nnonsense\\r\\n\\r\\n        | web1 answered with a header that is none",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 9\\r\\n\\r\\nhe | web1 answered with half an answer",
        "HTTP/1.1 200 OK\\r\\nContent-Length: -9\\r\\n\\r\\n | web1 answered with an answer of -9 bytes",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 99999999999\\r\\n\\r\\n | web1 answered with an answer of 99999999999 bytes",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nfffffffff\\r\\n | web1 answered with an answer of fffffffff bytes",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nhe | web1 answered with half an answer"})
    void takesNothingElseForAnAnswer(String said, String complaint) {
        assertEquals(complaint, refused(said.replace("\\r", "\r").replace("\\n", "\n")));
    }

    @Test
    void readsNoEndlessHead() {
        assertEquals("web1 answered with a head of more than 32768 bytes", refused("HTTP/1.1 200 OK\r\n", "a".repeat(8000), "b".repeat(8000),
                "c".repeat(8000), "d".repeat(8000), "e".repeat(8000)));
        assertEquals("web1 answered with a header that is none", refused("HTTP/1.1 200 OK\r\n" + headers()));
    }

    private static String headers() {
        var headers = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            headers.append('a').append(i).append(":b\r\n");
        }
        return headers.toString();
    }

    @Test
    void waitsAsLongAsItMayAndTellsThatItDoes() throws IOException {
        var steps = new ArrayDeque<Integer>();
        var answer = new AnswerReader(new SlowWire(5, "HTTP/1.1 200 OK\r\n\r\n"), "web1", new Patience(Duration.ofSeconds(9), Duration.ofSeconds(60),
                () -> steps.add(1))).read();

        assertEquals(200, answer.status());
        assertTrue(steps.size() >= 5, steps.toString());
    }

    @Test
    void waitsNoLongerThanThat() {
        var patience = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(60), () -> {
        });

        var failure = assertThrows(IOException.class, () -> new AnswerReader(new SlowWire(9, "late"), "web1", patience).read());

        assertEquals("web1 does not answer: nothing came for 3 seconds", failure.getMessage());
    }

    @Test
    void comesToAnEndWithOneThatTrickles() {
        var patience = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(20), () -> {
        });

        var failure = assertThrows(IOException.class, () -> new AnswerReader(new SlowWire(1, "H", "T", "T", "P", "/", "1", ".", "1", " ", "2", "0", "0"),
                "web1", patience).read());

        assertEquals("web1 does not come to an end: 20 seconds were not enough for its answer", failure.getMessage());
    }

    /** Thinks so many seconds before each piece, and closes after the last. */
    private static final class SlowWire implements Wire {

        private final Deque<String> pieces;
        private final int thinking;
        private int seconds;
        private int thought;

        SlowWire(int thinking, String... pieces) {
            this.pieces = new ArrayDeque<>(List.of(pieces));
            this.thinking = thinking;
        }

        @Override
        public void send(byte[] bytes) {
            // Nobody listens.
        }

        @Override
        public String here() {
            return "";
        }

        @Override
        public int receive(byte[] into) throws IOException {
            seconds++;
            if (thought++ < thinking) {
                throw new IOException(NO_ANSWER);
            }
            thought = 0;
            byte[] piece = pieces.isEmpty() ? new byte[0] : pieces.remove().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            System.arraycopy(piece, 0, into, 0, piece.length);
            return piece.length == 0 ? -1 : piece.length;
        }

        @Override
        public void listen(Duration moment) {
            // Nobody listens.
        }

        @Override
        public Encrypted encrypted(Tls how, String host, List<String> protocols) throws IOException {
            throw new IOException("no");
        }

        @Override
        public Phases phases() {
            return new Phases(Duration.ZERO, Duration.ZERO);
        }

        @Override
        public Duration elapsed() {
            return Duration.ofSeconds(seconds);
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }
}
