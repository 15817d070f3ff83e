package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

import org.junit.jupiter.api.Test;

class OutputTest {

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private static String failure(OutputStream to) {
        var output = new Output(to);
        var print = new PrintStream(output, true);
        print.println("status");
        return output.failure();
    }

    @Test
    void remembersWhyNothingWasWritten() {
        assertEquals("No space left on device", failure(failing("No space left on device")));
    }

    @Test
    void holdsNothingAgainstAReaderWhoHasSeenEnough() {
        assertEquals("", failure(failing("Broken pipe")));
    }

    @Test
    void hasNothingToSayWhereAllIsWritten() {
        assertEquals("", failure(new ByteArrayOutputStream()));
    }
}
