package jmonit.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import jmonit.catalog.Catalog;
import jmonit.catalog.Conversation;
import jmonit.catalog.Look;
import jmonit.catalog.Protocol;
import jmonit.model.Action;
import jmonit.model.Answer;
import jmonit.model.Commands;
import jmonit.model.Comparison;
import jmonit.model.Condition;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.Limits;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Ping;
import jmonit.model.ResponseTime;
import jmonit.model.Rule;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Speech;
import jmonit.model.Subject;
import jmonit.model.Tls;
import jmonit.model.Trace;
import jmonit.model.Window;
import jmonit.os.FakeDialer;
import jmonit.os.FakePinger;
import jmonit.os.FakeWire;

class ConnectionsTest {

    private static final Duration FIVE = Duration.ofSeconds(5);
    private static final Endpoint WEB = new Endpoint.Inet("plum", 80, Family.ANY, false, "");
    private static final Speech PLAIN = new Speech("default", List.of());
    private static final Origin HERE = new Origin("monitrc", 1);

    private final FakeDialer dialer = new FakeDialer();
    private FakePinger pinger = new FakePinger(Map.of());
    private Conversation conversation = (_, _, _) -> { };

    @Test
    void tellsWhereItConnectedAndHowLongThatTook() throws InterruptedException {
        dialer.with(WEB, FakeWire.saying());

        assertEquals(Map.of(0, new Answer.Succeeded(Duration.ofMillis(5), "connection succeeded to [plum]:80 [TCP/IP]")), ask(connected(WEB, PLAIN, 1)));
    }

    @Test
    void namesProtocolPlaceAndReasonOfAFailure() throws InterruptedException {
        assertEquals(Map.of(0, new Answer.Failed("failed protocol test [DEFAULT] at [plum]:80 [TCP/IP] -- Connection refused")),
                ask(connected(WEB, PLAIN, 1)));
    }

    @Test
    void saysWhatTheConversationSays() throws InterruptedException {
        var wire = FakeWire.saying();
        dialer.with(WEB, wire);
        conversation = (_, _, _) -> {
            throw new IOException("HTTP error: Server returned status 401");
        };
        var request = new Speech("http", List.of(new Speech.Setting("request", Comparison.EQUAL, "/a?b", false)));

        assertEquals(Map.of(0, new Answer.Failed("failed protocol test [HTTP] at [plum]:80/a?b [TCP/IP] -- HTTP error: Server returned status 401")),
                ask(connected(WEB, request, 1)));
        assertTrue(wire.closed());
    }

    @Test
    void tellsNoPasswordAndNoControlCharacterAServerSaid() throws InterruptedException {
        dialer.with(WEB, FakeWire.saying());
        conversation = (_, _, _) -> {
            throw new IOException("no user x7Kq\u001b[2J\r\nhere" + "!".repeat(2000));
        };
        var login = new Speech("http", List.of(new Speech.Setting("password", Comparison.EQUAL, "x7Kq", true)));

        var told = ((Answer.Failed) ask(connected(WEB, login, 1)).get(0)).because();

        assertTrue(told.contains("no user ***?[2J??here!!!"), told);
        assertTrue(told.length() < 1100, told);
    }

    @Test
    void aConversationMayGoOnOverTls() throws InterruptedException {
        var wire = FakeWire.saying();
        dialer.with(WEB, wire);
        conversation = (open, connection, _) -> open.encrypted(connection.tls(), "plum");
        var tls = new Tls(true, List.of(), Tls.Choice.UNSAID, Tls.Choice.UNSAID, "", Tls.Paths.NONE, Tls.Sum.NONE, 0, true);
        var test = new Condition.Connected(new Connection(WEB, tls, PLAIN, ResponseTime.UNLIMITED, FIVE, 1), false);

        assertTrue(ask(test).get(0) instanceof Answer.Certified);
        assertTrue(wire.closed());
    }

    @Test
    void triesAgainAsOftenAsTheRuleSays() throws InterruptedException {
        ask(connected(WEB, PLAIN, 3));

        assertEquals(3, dialer.refused(WEB));
    }

    @Test
    void isContentWithTheFirstTryThatSucceeds() throws InterruptedException {
        dialer.with(WEB, FakeWire.saying(), FakeWire.saying());
        conversation = failingOnce();

        assertTrue(ask(connected(WEB, PLAIN, 3)).get(0) instanceof Answer.Succeeded);
        assertEquals(0, dialer.refused(WEB));
    }

    private static Conversation failingOnce() {
        var calls = new ArrayList<Connection>();
        return (_, connection, _) -> {
            calls.add(connection);
            if (calls.size() == 1) {
                throw new IOException("not yet");
            }
        };
    }

    @Test
    void encryptsWhereTheRuleSaysAndCountsTheDaysOfTheCertificate() throws InterruptedException {
        var wire = FakeWire.saying();
        dialer.with(WEB, wire);

        assertEquals(Map.of(0, new Answer.Certified(Duration.ofMillis(5), "connection succeeded to [plum]:80 [TCP/IP TLS]", 20_818)),
                ask(encrypted(PLAIN)));
        assertEquals("plum", wire.asked());
        assertTrue(wire.closed());
    }

    @Test
    void failsWhereTheServerCannotBeEncrypted() throws InterruptedException {
        dialer.with(WEB, FakeWire.failing("SSL connection error: the server does not speak TLS"));

        assertEquals(Map.of(0, new Answer.Failed("failed protocol test [DEFAULT] at [plum]:80 [TCP/IP TLS] --"
                + " SSL connection error: the server does not speak TLS")), ask(encrypted(PLAIN)));
    }

    private static Condition encrypted(Speech speech) {
        var tls = new Tls(true, List.of(), Tls.Choice.UNSAID, Tls.Choice.UNSAID, "", Tls.Paths.NONE, Tls.Sum.NONE, 0);
        return new Condition.Connected(new Connection(WEB, tls, speech, ResponseTime.UNLIMITED, FIVE, 1), false);
    }

    @Test
    void testsNoPortOfAMachineThatDoesNotAnswerAPing() throws InterruptedException {
        dialer.with(WEB, FakeWire.saying());

        assertEquals(Map.of(0, new Answer.Skipped("icmp ping failed, skipping any port connection tests"),
                1, new Answer.Failed("ping test failed -- no response within 5 s")), ask(connected(WEB, PLAIN, 1), pinged()));
    }

    @Test
    void testsThePortsOfAMachineThatAnswersAPing() throws InterruptedException {
        dialer.with(WEB, FakeWire.saying());
        pinger = new FakePinger(Map.of("plum", Duration.ofNanos(1_234_567)));

        assertEquals(Map.of(0, new Answer.Succeeded(Duration.ofMillis(5), "connection succeeded to [plum]:80 [TCP/IP]"),
                1, new Answer.Succeeded(Duration.ofNanos(1_234_567), "ping test succeeded [response time 1.235 ms]")),
                ask(connected(WEB, PLAIN, 1), pinged()));
    }

    @Test
    void testsPortsWherePingsAreNotAllowed() throws InterruptedException {
        dialer.with(WEB, FakeWire.saying());
        pinger = new FakePinger(Map.of(), false);

        assertEquals(Map.of(0, new Answer.Succeeded(Duration.ofMillis(5), "connection succeeded to [plum]:80 [TCP/IP]"),
                1, new Answer.Skipped("ping test skipped -- no permission")), ask(connected(WEB, PLAIN, 1), pinged()));
    }

    @Test
    void labelsPlacesAsTheLogDoes() {
        assertEquals("[::1]:53 [UDP/IPv6]", place(new Endpoint.Inet("::1", 53, Family.IPV6, true, ""), Tls.NONE));
        assertEquals("[plum]:80 [TCP/IPv4]", place(new Endpoint.Inet("plum", 80, Family.IPV4, false, "10.0.0.1"), Tls.NONE));
        assertEquals("[plum]:80 [TCP/IP TLS]", place(WEB, new Tls(true, List.of(), Tls.Choice.UNSAID, Tls.Choice.UNSAID, "", Tls.Paths.NONE, Tls.Sum.NONE, 0)));
        assertEquals("/run/x.sock", place(new Endpoint.Unix("/run/x.sock", true), Tls.NONE));
    }

    private static String place(Endpoint endpoint, Tls tls) {
        return Place.of(new Connection(endpoint, tls, PLAIN, ResponseTime.UNLIMITED, FIVE, 1));
    }

    private Map<Integer, Answer> ask(Condition... conditions) throws InterruptedException {
        var protocols = List.of(Protocol.of("default", "DEFAULT", "", conversation), Protocol.of("http", "HTTP", "", conversation));
        return new Connections(dialer, pinger, new Catalog(List.of(), protocols, Protocol.of("generic", "generic", "", conversation)))
                .ask(new Look(service(conditions), new Limits(Map.of(), Map.of()), Trace.NONE, Instant.EPOCH));
    }

    private static Service service(Condition... conditions) {
        var rules = new ArrayList<Rule>();
        for (var condition : conditions) {
            rules.add(new Rule(condition, Window.ONCE, Action.ALERT, Window.ONCE, Action.ALERT, HERE));
        }
        var care = new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of());
        return new Service("plum", "host", new Subject.Address("plum"), Commands.NONE, rules, List.of(), care, List.of(), HERE);
    }

    private static Condition connected(Endpoint endpoint, Speech speech, int retry) {
        return new Condition.Connected(new Connection(endpoint, Tls.NONE, speech, ResponseTime.UNLIMITED, FIVE, retry), false);
    }

    private static Condition pinged() {
        return new Condition.Pinged(new Ping(Family.ANY, 3, 64, ResponseTime.UNLIMITED, FIVE, ""), false);
    }
}
