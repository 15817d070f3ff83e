package jmonit;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

import jmonit.daemon.LogSink;

/**
 * Hands what is logged to a sink. A sink that fails (a full disk) is complained about once, and tried again with the next line; the sink is
 * told what it has missed.
 */
final class LogAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final LogSink sink;
    private final PrintStream complaints;
    private final AtomicLong missed = new AtomicLong();

    LogAppender(LogSink sink, PrintStream complaints) {
        this.sink = sink;
        this.complaints = complaints;
    }

    @Override
    protected void append(ILoggingEvent event) {
        try {
            sink.write(event.getInstant(), level(event.getLevel()), text(event));
            confess(event.getInstant());
        } catch (IOException e) {
            if (missed.getAndIncrement() == 0) {
                complaints.print("jmonit: cannot log: " + e.getMessage() + "; going on without\n");
                complaints.flush();
            }
        }
    }

    private void confess(Instant now) throws IOException {
        long lines = missed.getAndSet(0);
        if (lines > 0) {
            sink.write(now, org.slf4j.event.Level.ERROR, lines + " lines before this could not be logged");
        }
    }

    private static String text(ILoggingEvent event) {
        return event.getThrowableProxy() == null ? event.getFormattedMessage()
                : event.getFormattedMessage() + "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()).stripTrailing();
    }

    private static org.slf4j.event.Level level(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> org.slf4j.event.Level.ERROR;
            case Level.WARN_INT -> org.slf4j.event.Level.WARN;
            case Level.INFO_INT -> org.slf4j.event.Level.INFO;
            default -> org.slf4j.event.Level.DEBUG;
        };
    }

    void reopen() {
        sink.reopen();
    }

    @Override
    public void stop() {
        super.stop();
        sink.close();
    }
}
