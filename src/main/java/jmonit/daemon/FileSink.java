package jmonit.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;

import org.slf4j.event.Level;

import jmonit.os.LogFile;

/** The log file of {@code set log}. */
public record FileSink(LogFile file, ZoneId zone) implements LogSink {

    @Override
    public void write(Instant at, Level level, String text) throws IOException {
        file.append(LogLine.of(at.atZone(zone), level, text).getBytes(UTF_8));
    }

    @Override
    public void reopen() {
        file.reopen();
    }

    @Override
    public void close() {
        file.close();
    }
}
