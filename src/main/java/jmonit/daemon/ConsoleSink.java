package jmonit.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;

import org.slf4j.event.Level;

/** The terminal, where the bare text goes: what is wrong to the error output, the rest to the other. */
public record ConsoleSink(PrintStream out, PrintStream err) implements LogSink {

    @Override
    public void write(Instant at, Level level, String text) throws IOException {
        var stream = level.toInt() >= Level.WARN.toInt() ? err : out;
        // In one piece: print() hands it through three buffers.
        stream.write((text + "\n").getBytes(stream.charset()));
        stream.flush();
    }
}
