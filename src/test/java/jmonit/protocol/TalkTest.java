package jmonit.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import jmonit.os.FakeWire;

class TalkTest {

    @Test
    void linesMayComeInPiecesAndTwoAtOnce() throws IOException {
        var talk = new Talk(FakeWire.saying("+O", "K\r\n-ER", "R\nrest"));

        assertEquals("+OK", talk.line(100));
        assertEquals("-ERR", talk.line(100));
        assertEquals("rest", talk.line(100));
    }

    @Test
    void anEndlessLineIsCut() throws IOException {
        assertEquals("aaaa", new Talk(FakeWire.saying("aaaaaaaaaa")).line(4));
    }

    @Test
    void aLineThatNeverComesIsAFailure() {
        var failure = assertThrows(IOException.class, () -> new Talk(FakeWire.saying()).line(4));

        assertEquals("the server closed the connection", failure.getMessage());
    }

    @Test
    void bytesAreCounted() throws IOException {
        var talk = new Talk(FakeWire.saying("ab", "cdef"));

        assertEquals("abc", new String(talk.bytes(3), ISO_8859_1));
        assertEquals("def", new String(talk.some(4096), ISO_8859_1));
        assertEquals(0, talk.some(4096).length);
    }

    @Test
    void tooFewBytesAreAFailure() {
        assertThrows(IOException.class, () -> new Talk(FakeWire.saying("ab")).bytes(3));
    }
}
