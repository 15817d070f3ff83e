package jmonit.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;

import org.slf4j.event.Level;

/** An output that systemd's journal reads: each line tells how serious it is, as sd-daemon(3) has it. Else {@code journalctl -p err} shows none. */
public record JournalSink(PrintStream out) implements LogSink {

    @Override
    public void write(Instant at, Level level, String text) throws IOException {
        String mark = "<" + SyslogSink.severity(level) + ">";
        // The journal takes each line of a text for an entry of its own.
        out.write((mark + text.replace("\n", "\n" + mark) + "\n").getBytes(out.charset()));
        out.flush();
    }
}
