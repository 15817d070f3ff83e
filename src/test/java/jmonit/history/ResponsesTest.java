package jmonit.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.Phase;
import jmonit.model.Ping;
import jmonit.model.ResponseTime;
import jmonit.model.Speech;
import jmonit.model.Tls;
import jmonit.os.FakeArchives;

class ResponsesTest {

    private static final Ping PING = new Ping(Family.ANY, 3, 64, ResponseTime.UNLIMITED, Duration.ofSeconds(5), "");

    private final Scene scene = new Scene(new FakeArchives());

    private static Condition port(String host, int port, String protocol) {
        return asked(new Endpoint.Inet(host, port, Family.ANY, false, ""), protocol);
    }

    private static Condition asked(Endpoint endpoint, String protocol) {
        return new Condition.Connected(new Connection(endpoint, Tls.NONE, new Speech(protocol, List.of()), ResponseTime.UNLIMITED,
                Duration.ofSeconds(5), 1), false);
    }

    private static Answer after(double milliseconds) {
        return new Answer.Succeeded(Duration.ofNanos((long) (milliseconds * 1e6)), "");
    }

    private List<String> kept() throws IOException {
        return scene.history.all("db", Range.HOUR).stream().map(s -> s.id() + ": " + s.label()).sorted().toList();
    }

    private String hour(String id) throws IOException {
        return Scene.shown(scene.history.series("db", id, Range.HOUR).orElseThrow().average());
    }

    @Test
    void areNamedForWhatIsAsked() throws IOException {
        scene.service("db", port("DB1.example", 5432, "pgsql"), new Condition.Pinged(PING, false), port("::1", 80, "http"),
                asked(new Endpoint.Unix("/run/Big App.sock", false), "default"), port("db1.example", 5432, "pgsql"),
                new Condition.Missing());
        scene.answers("db", Map.of(0, after(1), 1, after(2), 2, after(3), 3, after(4), 4, after(5), 5, after(6))).record();

        assertEquals(List.of("response.__1-80-http: words of line 3", "response.db1.example-5432-pgsql-2: words of line 5",
                "response.db1.example-5432-pgsql: words of line 1", "response.ping: words of line 2",
                "response.run_big_app.sock-default: words of line 4"), kept());
    }

    @Test
    void haveTheirPartsAsSeriesOfTheirOwn() throws IOException {
        scene.service("db", port("h", 443, "https"));
        var phases = List.of(new Phase.Time(Phase.CONNECT, Duration.ofMillis(1)), new Phase.Time(Phase.TLS, Duration.ofMillis(2)),
                new Phase.Time(Phase.FIRST_BYTE, Duration.ofMillis(3)));
        var answer = new Answer.Certified(Duration.ofMillis(7), "", 30, phases);
        scene.answers("db", Map.of(0, answer)).record().record().record();

        assertEquals(List.of("response.h-443-https.connect: words of line 1: connecting", "response.h-443-https.first_byte: words of line 1: first byte",
                "response.h-443-https.tls: words of line 1: shaking hands", "response.h-443-https: words of line 1"), kept());
        assertEquals("2", hour("response.h-443-https.tls"));
    }

    @Test
    void areMillisecondsAndGapsWhereNobodyAnswered() throws IOException {
        scene.service("db", new Condition.Pinged(PING, false));
        var certified = new Answer.Certified(Duration.ofMillis(4), "", 30);
        for (Answer answer : List.of(after(1.5), after(1.5), new Answer.Failed("refused"), new Answer.Skipped("ping"), certified, certified,
                certified)) {
            scene.answers("db", Map.of(0, answer)).record();
        }

        assertEquals("1.5 - 4", hour("response.ping"));
    }

    @Test
    void staySeriesWhenARuleIsWrittenBeforeThem() throws IOException {
        scene.service("db", port("h", 80, "http")).answers("db", Map.of(0, after(1))).record().record();
        scene.service("db", port("h", 81, "http"), port("h", 80, "http"));
        scene.answers("db", Map.of(0, after(7), 1, after(2))).record().record().record();

        assertEquals("1 2", hour("response.h-80-http"));
        assertEquals(List.of("response.h-80-http: words of line 2", "response.h-81-http: words of line 1"), kept());
    }
}
