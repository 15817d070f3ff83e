package jmonit.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;

import org.slf4j.event.Level;

import jmonit.os.LogFile;

/** The log file of {@code set log}. */
public final class FileSink implements LogSink {

    private final LogFile file;
    private final LogLine line;

    public FileSink(LogFile file, ZoneId zone) {
        this.file = requireNonNull(file, "file");
        this.line = new LogLine(zone);
    }

    @Override
    public void write(Instant at, Level level, String text) throws IOException {
        file.append(line.of(at, level, text).getBytes(UTF_8));
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
