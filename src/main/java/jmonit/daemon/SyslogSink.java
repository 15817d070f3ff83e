package jmonit.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.slf4j.event.Level;

import jmonit.os.Syslog;

/** The system log of {@code set log syslog}. */
public final class SyslogSink implements LogSink {

    /** The old form of RFC 3164, as syslog(3) writes it; days below 10 have a blank before them. */
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ENGLISH);
    private static final int FACILITY = 8;
    private static final int USER = 1;
    private static final int DAEMON = 3;
    private static final int LOCAL0 = 16;
    private static final String LOCAL = "log_local";

    private final Syslog syslog;
    private final String facility;
    private final String tag;
    private final Stamps stamps;

    /**
     * @param facility as in the control file: {@code log_local3}; empty for the one of ordinary programs
     * @param tag      who speaks: {@code jmonit[4711]}
     */
    public SyslogSink(Syslog syslog, String facility, String tag, ZoneId zone) {
        this.syslog = requireNonNull(syslog, "syslog");
        this.facility = requireNonNull(facility, "facility");
        this.tag = requireNonNull(tag, "tag");
        this.stamps = new Stamps(STAMP, zone);
    }

    @Override
    public void write(Instant at, Level level, String text) throws IOException {
        syslog.send(packet(at, level, text).getBytes(UTF_8));
    }

    private String packet(Instant at, Level level, String text) {
        return "<" + (number() * FACILITY + severity(level)) + ">" + stamps.of(at) + " " + tag + ": " + text;
    }

    private int number() {
        if (facility.startsWith(LOCAL)) {
            return LOCAL0 + Integer.parseInt(facility.substring(LOCAL.length()));
        }
        return facility.equals("log_daemon") ? DAEMON : USER;
    }

    static int severity(Level level) {
        return switch (level) {
            case ERROR -> 3;
            case WARN -> 4;
            case INFO -> 6;
            case DEBUG, TRACE -> 7;
        };
    }

    @Override
    public void close() {
        syslog.close();
    }
}
