package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jmonit.os.live.LiveSockets;

/** What is said of a control file whose alerts cannot go anywhere. */
class OfficeTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("jmonit");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private LiveSockets sockets;

    @BeforeEach
    void listen() {
        sockets = new LiveSockets();
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
        sockets.close();
    }

    private List<String> said(String controlFile) {
        new Office(sockets, new Alerts.Sender("Monit 5.33.0", ZoneOffset.UTC, false)).serve(Happenings.controlFile(controlFile), "plum");
        return log.list.stream().map(e -> e.getLevel() + " " + e.getFormattedMessage()).toList();
    }

    @Test
    void complainsInMonitsWordsWhenMailsHaveNoServer() {
        assertEquals(List.of("ERROR Mail: No mail servers are defined -- please see the 'set mailserver' statement in the manual"),
                said("set alert a@x\n"));
    }

    @Test
    void saysNothingWhenNobodyWantsMail() {
        assertEquals(List.of(), said(""));
    }
}
