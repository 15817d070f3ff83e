package jmonit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

/** What is logged while a test lasts. */
public final class Lines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Logger logger;

    public Lines() {
        this("jmonit");
    }

    /** Of this part of jmonit only. */
    public Lines(String part) {
        logger = (Logger) LoggerFactory.getLogger(part);
        start();
        logger.addAppender(this);
        logger.setAdditive(false);
        logger.setLevel(Level.INFO);
    }

    @Override
    protected void append(ILoggingEvent event) {
        said.add(event.getLevel() + " " + event.getFormattedMessage());
    }

    public List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setAdditive(true);
        logger.setLevel(null);
    }
}
