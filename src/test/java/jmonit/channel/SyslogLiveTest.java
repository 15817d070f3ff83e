package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Origin;
import jmonit.model.Outlet;
import jmonit.model.Tls;
import jmonit.model.Way;
import jmonit.os.live.LiveDialer;
import jmonit.protocol.RealServer;

/** What the real rsyslog makes of our messages. */
@Tag("live")
@Tag("server")
class SyslogLiveTest {

    private static final Event EVENT = new Event(Instant.parse("2026-11-02T10:55:17.123456Z"), "w \"1\"]", "process", EventKind.NONEXIST,
            Event.Side.FAILED, "is\nnot thére", "restart", new Origin("/m", 12));
    private static final String DATA = "[jmonit@32473 id=\"1793616917123456\" service=\"w \\\"1\\\"\\]\" type=\"process\" side=\"failed\" action=\"restart\""
            + " rule=\"/m:12\"]";
    private static final String CONFIGURATION = """
            global(workDirectory="DIR" defaultNetstreamDriverCAFile="DIR/cert.pem" defaultNetstreamDriverCertFile="DIR/cert.pem"
                defaultNetstreamDriverKeyFile="DIR/key.pem")
            module(load="imuxsock" SysSock.Use="off")
            module(load="imudp")
            module(load="imptcp")
            module(load="imtcp" streamDriver.name="gtls" streamDriver.mode="1" streamDriver.authMode="anon")
            input(type="imuxsock" socket="DIR/log" useSpecialParser="off" parseHostname="on")
            input(type="imuxsock" socket="DIR/usual")
            input(type="imudp" address="127.0.0.1" port="PORT")
            input(type="imptcp" address="127.0.0.1" port="PORT")
            input(type="imtcp" address="127.0.0.1" port="TLS")
            template(name="all" type="string"
                string="%inputname% %pri-text% %timereported:::date-rfc3339% %hostname% %app-name% %procid% %msgid% %structured-data% |%msg%|\\n")
            action(type="omfile" file="DIR/messages" template="all" flushOnTXEnd="on")
            """;

    @TempDir
    private Path folder;

    private void tell(String options) throws Exception {
        Outlet outlet = Happenings.controlFile("set syslog logs " + options + " with timeout 2 seconds\n").settings().outlets().getFirst();
        try (var dialer = new LiveDialer()) {
            var text = new SyslogText((Way.Syslog) outlet.way(), "plum", 42, ZoneOffset.UTC);
            assertEquals(new Reply.Taken(), new SyslogCarrier(dialer, outlet, Tls.NONE, text).tell(EVENT));
        }
    }

    private String line(RealServer server, int count) throws InterruptedException {
        server.await("line " + count, () -> Files.exists(folder.resolve("messages")) && Files.readAllLines(folder.resolve("messages")).size() == count);
        try {
            return Files.readAllLines(folder.resolve("messages")).getLast();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void isUnderstoodWhicheverWayItComes() throws Exception {
        int port = RealServer.freePort();
        int secure = RealServer.freePort();
        RealServer.run(folder, "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost",
                "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder + "/key.pem", "-out", folder + "/cert.pem");
        Files.writeString(folder.resolve("rsyslog.conf"), CONFIGURATION.replace("DIR", folder.toString()).replace("PORT", port + "").replace("TLS", secure + ""));
        try (var server = RealServer.start(folder, "rsyslogd", "-n", "-f", "rsyslog.conf", "-i", folder + "/pid").awaitPort(port).awaitPort(secure)) {
            String rest = " local4.err 2026-11-02T10:55:17.123456Z plum jmonit 42 nonexist " + DATA + " |'w \"1\"]' is not thére|";

            tell("url \"udp://127.0.0.1:" + port + "\" facility local4");
            assertEquals("imudp" + rest, line(server, 1));
            tell("url \"tcp://127.0.0.1:" + port + "\" facility local4");
            assertEquals("imptcp" + rest, line(server, 2));
            tell("url \"tls://127.0.0.1:" + secure + "\" facility local4 with ssl { cacertificatefile: " + folder + "/cert.pem }");
            assertEquals("imtcp" + rest, line(server, 3));
            tell("url \"unix://" + folder + "/log\" facility local4 format rfc5424");
            // It looks at the clock itself there.
            assertEquals("imuxsock" + rest, line(server, 4).replaceFirst("\\S+ plum", "2026-11-02T10:55:17.123456Z plum"));
            tell("url \"unix://" + folder + "/usual\" tag ops");
            assertTrue(line(server, 5).endsWith(" ops 42 - - | 'w \"1\"]' is not thére|"), line(server, 5));
        }
    }
}
