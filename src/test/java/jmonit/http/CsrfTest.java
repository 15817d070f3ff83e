package jmonit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

class CsrfTest {

    private static final String DENIED = "HttpRequest: access denied -- client [10.1.2.3]: ";

    private final Logger logger = (Logger) LoggerFactory.getLogger(Csrf.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
    }

    /** Compared with the real Monit's log. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            action=stop       | -                   | missing CSRF token in HTTP parameter
            action=stop       | securitytoken=abc   | missing CSRF token in HTTP parameter
            securitytoken=abc | -                   | missing CSRF token cookie
            securitytoken=abc | other=abc           | no CSRF token in cookie
            securitytoken=abc | securitytoken=other | CSRF token mismatch
            """)
    void tellsInMonitsWordsWhatIsMissing(String form, String cookie, String told) throws Exception {
        var headers = new Headers(cookie == null ? List.of() : List.of(new Header("Cookie", cookie)));
        var caller = new Caller(new Client.Remote(InetAddress.ofLiteral("10.1.2.3")), false);
        Request request = Request.of(new Raw("POST", "/a", headers, form.getBytes(StandardCharsets.UTF_8)), caller);

        assertFalse(new Csrf(Csrf.Excuse.NOBODY).proves(request));

        assertEquals(List.of(DENIED + told), log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    }
}
