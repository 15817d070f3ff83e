package jmonit;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;

import jmonit.daemon.FileSink;
import jmonit.daemon.Log;
import jmonit.daemon.LogSink;
import jmonit.daemon.SyslogSink;
import jmonit.model.LogTarget;
import jmonit.os.HomeZone;
import jmonit.os.live.LiveLogFile;
import jmonit.os.live.LiveSyslog;

/** The log of this program, made of logback. Every line is written before the one who logs goes on: a crash loses none. */
final class LogSetup implements Log {

    private static final String TERMINAL = "terminal";
    private static final String TARGET = "target";
    private static final String SYSTEM_LOG = "/dev/log";

    private final String name;
    private final PrintStream err;
    private final LoggerContext context;

    /**
     * Logs to the terminal. {@code name} is the name in the system log; {@code verbose} adds what is of use to few; {@code err} is where it says
     * that it cannot log.
     */
    LogSetup(String name, boolean verbose, LogSink terminal, PrintStream err) {
        this.name = name;
        this.err = err;
        this.context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        root().setLevel(verbose ? Level.DEBUG : Level.INFO);
        List.of("oshi", "io.undertow", "org.xnio", "org.jboss").forEach(library -> context.getLogger(library).setLevel(Level.WARN));
        add(TERMINAL, terminal);
    }

    private Logger root() {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private void add(String role, LogSink sink) {
        var appender = new LogAppender(sink, err);
        appender.setName(role);
        appender.setContext(context);
        appender.start();
        root().addAppender(appender);
    }

    @Override
    public void open(LogTarget target) throws IOException {
        Optional<LogSink> sink = sink(target);
        remove(TARGET);
        sink.ifPresent(s -> add(TARGET, s));
    }

    private Optional<LogSink> sink(LogTarget target) throws IOException {
        return switch (target) {
            case LogTarget.None _ -> Optional.empty();
            case LogTarget.ToFile(String path) -> Optional.of(file(path));
            case LogTarget.Syslog(String facility) -> Optional.of(syslog(facility));
        };
    }

    private static LogSink file(String path) throws IOException {
        return new FileSink(new LiveLogFile(path, System::nanoTime), HomeZone.id());
    }

    private LogSink syslog(String facility) throws IOException {
        String tag = name + "[" + ProcessHandle.current().pid() + "]";
        return new SyslogSink(new LiveSyslog(SYSTEM_LOG), facility, tag, HomeZone.id());
    }

    private void remove(String role) {
        var appender = root().getAppender(role);
        if (appender != null) {
            root().detachAppender(appender);
            appender.stop();
        }
    }

    @Override
    public void reopen() {
        if (root().getAppender(TARGET) instanceof LogAppender appender) {
            appender.reopen();
        }
    }

    @Override
    public void leaveTerminal() {
        remove(TERMINAL);
    }

    @Override
    public void close() {
        context.stop();
    }
}
