package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.BuiltIn;
import jmonit.catalog.Conversation;
import jmonit.model.Comparison;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.Limits;
import jmonit.model.ResponseTime;
import jmonit.model.Speech;
import jmonit.model.Speech.Setting;
import jmonit.model.Tls;
import jmonit.os.FakeWire;

/** What is said and what counts, letter by letter; Monit's words were heard from Monit. In the tables | ends a piece and ~ stands for a line's end. */
class LineConversationsTest {

    private static final Tls UPGRADE = new Tls(true, List.of(), Tls.Choice.UNSAID, Tls.Choice.UNSAID, "", Tls.Paths.NONE, Tls.Sum.NONE, 0, true);
    private static final Limits LIMITS = new Limits(Map.of(), Map.of());

    @ParameterizedTest
    @CsvSource({
        "clamav, PONG~, PING~",
        "dwp, HTTP/1.1 302 Found~, HEAD / HTTP/1.1~Connection: close~~",
        "ftp, 220-a~|220 b~|221 bye~, QUIT~",
        "gps, 'GPSD,G=RTCM104v2~', G~",
        "imap, * OK hi~|* BYE~001 OK~, 001 LOGOUT~",
        "lmtp, 220 hi~|250-a~250 b~|221 bye~, LHLO localhost~QUIT~",
        "nntp, 200 hi~|205 bye~, QUIT~",
        "pop, +OK hi~|+OK~, QUIT~",
        "redis, +PONG~, *1~$4~PING~*1~$4~QUIT~",
        "redis, -NOAUTH Authentication required.~, *1~$4~PING~*1~$4~QUIT~",
        "sieve, \"SIEVE\" \"x\"~OK~|OK bye~, LOGOUT~",
        "smtp, 220 hi~|500 what?~|250 hello~|221 bye~, EHLO localhost~HELO localhost~QUIT~",
        "spamassassin, SPAMD/1.5 0 PONG~, PING SPAMC/1.2~",
        "ssh, SSH-2.0-x~, SSH-2.0-x~"})
    void aServerThatIsWellIsAskedThis(String protocol, String says, String heard) throws IOException {
        assertEquals(lines(heard), sent(protocol, Tls.NONE, says));
    }

    @ParameterizedTest
    @CsvSource({
        "ftp, 220 a~|234 go~|221 bye~, AUTH TLS~QUIT~",
        "imap, * OK hi~|000 OK~|001 OK~, 000 STARTTLS~001 LOGOUT~",
        "lmtp, 220 hi~|250 b~|220 go~|250 b~|221 bye~, LHLO localhost~STARTTLS~LHLO localhost~QUIT~",
        "nntp, 200 hi~|382 go~|205 bye~, STARTTLS~QUIT~",
        "pop, +OK hi~|+OK~|+OK~, STLS~QUIT~",
        "sieve, OK~|OK go~|OK~|OK bye~, STARTTLS~LOGOUT~",
        "smtp, 220 hi~|250-x~250 STARTTLS~|220 go~|250 hello~|221 bye~, EHLO localhost~STARTTLS~EHLO localhost~QUIT~"})
    void aServerIsAskedToGoOnOverTls(String protocol, String says, String heard) throws IOException {
        assertEquals(lines(heard), sent(protocol, UPGRADE, says));
    }

    @ParameterizedTest
    @CsvSource({
        "ftp, 220 a~|500 what?~, FTP error: 500 what?",
        "imap, * OK hi~|000 BAD~, IMAP: invalid starttls response: 000 BAD",
        "pop, +OK hi~|-ERR~, POP: invalid STLS response -- -ERR",
        "pop, +OK hi~|+OK~+OK injected~, the server said more than it was asked before TLS",
        "sieve, OK~|NO~, SIEVE: invalid STARTTLS response -- NO",
        "smtp, 220 hi~|250 x~|454 no~, Mailserver response error -- 454 no"})
    void aServerThatDoesNotGoOnOverTlsFails(String protocol, String says, String complaint) {
        assertEquals(complaint, complaint(protocol, UPGRADE, says));
    }

    @ParameterizedTest
    @CsvSource({
        "clamav, what?~, CLAMAV: invalid PONG response -- what?",
        "dwp, HTTP/1.1 404~, DWP error: HTTP/1.1 404",
        "fail2ban, what?~, FAIL2BAN: PONG error",
        "ftp, 421 busy~, FTP greeting error: 421 busy",
        "ftp, 220 hi~|500 no~, FTP quit error: 500 no",
        "ftp, 220 hi~, FTP: error receiving data -- the server closed the connection",
        "gps, 'GPSD,G=?~', 'GPS error (no device): GPSD,G=?'",
        "imap, * PREAUTH hi~, IMAP: invalid greeting -- * PREAUTH hi",
        "imap, * OK hi~|001 NO~, IMAP: invalid logout response: 001 NO",
        "imap, * OK hi~, IMAP: logout response read error -- the server closed the connection",
        "lmtp, 220 hi~|250 x~|500 no~, LMTP error: 500 no",
        "memcache, ERROR~, 'MEMCACHE: Received 7 bytes from server, expected 24 bytes'",
        "nntp, 201 hi~, NNTP error: 201 hi",
        "pop, -ERR~, POP: invalid greeting -- -ERR",
        "postfix-policy, what?~, POSTFIX-POLICY error: what?",
        "postfix-policy, action=~~, POSTFIX-POLICY error: action=",
        "redis, -LOADING~, REDIS: PING error -- -LOADING",
        "rsync, @ERROR: max connections~, RSYNC: server greeting parse error @ERROR: max connections",
        "rsync, @RSYNCD: 31.0~|@ERROR: no~, RSYNC: error receiving data -- @ERROR: no",
        "sieve, NO~, SIEVE: error receiving server capabilities -- NO",
        "smtp, 554-foo~554 bar~, Mailserver response error -- 554-foo",
        "spamassassin, SPAMD/1.5 75 x~, SPAMASSASSIN: invalid PONG response -- SPAMD/1.5 75 x",
        "ssh, welcome~, SSH: protocol error welcome",
        "websocket, HTTP/1.1 200 OK~, WEBSOCKET: error -- HTTP/1.1 200 OK"})
    void aServerThatIsNotWellFails(String protocol, String says, String complaint) {
        assertEquals(complaint, complaint(protocol, Tls.NONE, says));
    }

    @Test
    void aPolicyServerMayShout() throws IOException {
        assertTrue(sent("postfix-policy", Tls.NONE, "ACTION=DUNNO~~").startsWith("request=smtpd_access_policy\n"));
    }

    @Test
    void gpsdOfTodayTalksInJson() throws IOException {
        var version = "{\"class\":\"VERSION\",\"release\":\"3.22\"}~|{\"class\":\"ERROR\"}~|";

        assertEquals("G\r\n?DEVICES;\r\n", sent("gps", Tls.NONE, version + "{\"class\":\"DEVICES\",\"devices\":[{\"path\":\"/dev/x\"}]}~"));
        assertEquals("GPS error (no device): {\"class\":\"DEVICES\",\"devices\":[]}",
                complaint("gps", Tls.NONE, version + "{\"class\":\"DEVICES\",\"devices\":[]}~"));
    }

    @Test
    void aMailServerIsLoggedInToTheWayItOffers() throws IOException {
        assertEquals("EHLO localhost\r\nAUTH PLAIN AHUAcA==\r\nQUIT\r\n", logIn("220 hi~|250 AUTH LOGIN PLAIN~|235 ok~|221 bye~"));
        assertEquals("EHLO localhost\r\nAUTH LOGIN\r\ndQ==\r\ncA==\r\nQUIT\r\n", logIn("220 hi~|250 AUTH LOGIN~|334 a~|334 b~|235 ok~|221 bye~"));
        assertEquals("Authentication failed -- no supported authentication methods found",
                assertThrows(IOException.class, () -> logIn("220 hi~|250 AUTH CRAM-MD5~")).getMessage());
        assertEquals("Mailserver response error -- 535 no", assertThrows(IOException.class, () -> logIn("220 hi~|250 AUTH PLAIN~|535 no~")).getMessage());
    }

    private static String logIn(String says) throws IOException {
        var wire = wire(says);
        hold("smtp", wire, Tls.NONE, new Setting("username", Comparison.EQUAL, "u", false), new Setting("password", Comparison.EQUAL, "p", true));
        return wire.sent();
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "3, ''", "-3, ''", "-4, 'RDATE error: time does not match system time (the server is 4 s behind)'",
            "60, 'RDATE error: time does not match system time (the server is 60 s ahead)'"})
    void aClockMayBeThreeSecondsOff(int off, String complaint) throws IOException {
        var now = Instant.parse("2036-02-07T06:28:20Z");
        var told = (int) (now.getEpochSecond() + 2_208_988_800L + off);
        var wire = FakeWire.saying(new String(ByteBuffer.allocate(4).putInt(told).array(), StandardCharsets.ISO_8859_1));

        assertEquals(complaint, said(new RdateConversation(InstantSource.fixed(now)), wire));
    }

    /** The answer is as old as the connection, at most. */
    @Test
    void aClockIsNotBehindBecauseItsAnswerWasReadLate() {
        var now = Instant.parse("2026-02-07T06:28:20Z");
        var told = (int) (now.getEpochSecond() + 2_208_988_800L - 6);
        var answer = new String(ByteBuffer.allocate(4).putInt(told).array(), StandardCharsets.ISO_8859_1);

        assertEquals("", said(new RdateConversation(InstantSource.fixed(now)), FakeWire.slowly(Duration.ofSeconds(4), answer)));
        assertEquals("RDATE error: time does not match system time (the server is 6 s behind)",
                said(new RdateConversation(InstantSource.fixed(now)), FakeWire.slowly(Duration.ofSeconds(2), answer)));
    }

    private static String said(Conversation conversation, FakeWire wire) {
        try {
            conversation.hold(wire, connection("rdate", Tls.NONE), LIMITS);
            return "";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    @Test
    void apacheMustNotHaveTooManyWorkersInOneState() throws IOException {
        var page = "HTTP/1.1 200 OK~~Scoreboard: _LCDKWRSGI..~";
        var wire = wire(page);

        hold("apache-status", wire, Tls.NONE, share("loglimit", "8.0"));
        assertEquals("GET /server-status?auto HTTP/1.1\r\nHost: plum:1\r\nAccept: */*\r\nUser-Agent: Monit/5.33.0 (jmonit)\r\nConnection: close\r\n\r\n",
                wire.sent());
        assertEquals("APACHE-STATUS: error -- 8 percent of processes are in keepalive", assertThrows(IOException.class,
                () -> hold("apache-status", wire(page), Tls.NONE, share("waitlimit", "1.0"), share("keepalivelimit", "7.0"))).getMessage());
    }

    private static Setting share(String limit, String percent) {
        return new Setting(limit, Comparison.GREATER, percent, false);
    }

    private static String sent(String protocol, Tls tls, String says) throws IOException {
        var wire = wire(says);
        hold(protocol, wire, tls);
        return wire.sent();
    }

    private static String complaint(String protocol, Tls tls, String says) {
        return assertThrows(IOException.class, () -> hold(protocol, wire(says), tls)).getMessage();
    }

    private static void hold(String protocol, FakeWire wire, Tls tls, Setting... settings) throws IOException {
        BuiltIn.CATALOG.spoken(protocol).conversation().hold(wire, connection(protocol, tls, settings), LIMITS);
    }

    private static Connection connection(String protocol, Tls tls, Setting... settings) {
        return new Connection(new Endpoint.Inet("plum", 1, Family.ANY, false, ""), tls, new Speech(protocol, List.of(settings)), ResponseTime.UNLIMITED,
                Duration.ofSeconds(5), 1);
    }

    private static FakeWire wire(String says) {
        return FakeWire.saying(lines(says).split("\\|"));
    }

    private static String lines(String text) {
        return text.replace("~", "\r\n");
    }
}
