package jmonit.daemon;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.slf4j.event.Level;

/** Lines of the log as Monit writes them, which many programs read: {@code [2026-11-21T07:08:07+0000] error    : 'web' ...}. */
final class LogLine {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT);

    private final Stamps stamps;

    LogLine(ZoneId zone) {
        stamps = new Stamps(STAMP, zone);
    }

    /** A text of several lines is left as it is. */
    String of(Instant at, Level level, String text) {
        return "[" + stamps.of(at) + "] " + word(level) + ": " + text + "\n";
    }

    private static String word(Level level) {
        return switch (level) {
            case ERROR -> "error    ";
            case WARN -> "warning  ";
            case INFO -> "info     ";
            case DEBUG, TRACE -> "debug    ";
        };
    }
}
