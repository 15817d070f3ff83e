package jmonit.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import jmonit.model.Action;
import jmonit.model.Answer;
import jmonit.model.Commands;
import jmonit.model.Comparison;
import jmonit.model.Condition;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.EventKind;
import jmonit.model.Family;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Ping;
import jmonit.model.Presence;
import jmonit.model.Readings;
import jmonit.model.ResponseTime;
import jmonit.model.Rule;
import jmonit.model.Sample;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Speech;
import jmonit.model.Subject;
import jmonit.model.Tls;
import jmonit.model.Trace;
import jmonit.model.Window;

class ConnectionWordsTest {

    private static final Origin HERE = new Origin("monitrc", 1);
    private static final ResponseTime BELOW_A_SECOND = new ResponseTime(Comparison.LESS, Duration.ofSeconds(1));
    private static final Answer SLOW = new Answer.Succeeded(Duration.ofMillis(1501), "connection succeeded to [plum]:80 [TCP/IP]");
    private static final Answer FAST = new Answer.Succeeded(Duration.ofNanos(24_000), "connection succeeded to [plum]:80 [TCP/IP]");
    private static final Answer DOWN = new Answer.Failed("failed protocol test [DEFAULT] at [plum]:80 [TCP/IP] -- Connection refused");

    private final HostJudge judge = new HostJudge();

    @Test
    void aFailedTestTripsWhereFailureIsWatchedFor() {
        assertEquals(new Verdict.Tripped("failed protocol test [DEFAULT] at [plum]:80 [TCP/IP] -- Connection refused"), connection(false, DOWN));
        assertEquals(new Verdict.Clear("connection succeeded to [plum]:80 [TCP/IP]"), connection(false, FAST));
    }

    @Test
    void aSuccessTripsWhereSuccessIsWatchedFor() {
        assertEquals(new Verdict.Tripped("connection succeeded to [plum]:80 [TCP/IP]"), connection(true, FAST));
        assertEquals(new Verdict.Clear("failed protocol test [DEFAULT] at [plum]:80 [TCP/IP] -- Connection refused"), connection(true, DOWN));
    }

    @Test
    void whatWasNotAskedIsNotJudged() {
        assertEquals(new Verdict.Unknown("ping failed"), connection(false, new Answer.Skipped("ping failed")));
    }

    @Test
    void aTestWithoutALimitHasNoRuleForItsSpeed() {
        assertEquals(List.of(), judge.standing(service(connected(false, ResponseTime.UNLIMITED))));
    }

    @Test
    void theLimitSaysWhichSpeedIsWell() {
        assertEquals(new Verdict.Tripped("response time 1.501 s doesn't match limit [time < 1 s]"), speed(BELOW_A_SECOND, SLOW));
        assertEquals(new Verdict.Clear("response time 0.024 ms succeeded [time < 1 s]"), speed(BELOW_A_SECOND, FAST));
        assertEquals(new Verdict.Clear("response time 1.501 s succeeded [time > 1 ms]"),
                speed(new ResponseTime(Comparison.GREATER, Duration.ofMillis(1)), SLOW));
        assertEquals(new Verdict.Clear("response time 1.501 s succeeded [time < 1.500 m]"),
                speed(new ResponseTime(Comparison.LESS, Duration.ofSeconds(90)), SLOW));
    }

    @Test
    void whatDidNotAnswerHasNoSpeed() {
        assertTrue(speed(BELOW_A_SECOND, DOWN) instanceof Verdict.Unknown);
    }

    @Test
    void aCertificateIsJudgedApartByTheDaysItIsValid() {
        assertEquals(new Verdict.Tripped("certificate expiry in 9 days matches check limit [valid > 30 days]"), certificate(30, certified(9)));
        assertEquals(new Verdict.Clear("certificate valid days test succeeded [valid for 31 days]"), certificate(30, certified(31)));
        assertTrue(certificate(30, DOWN) instanceof Verdict.Unknown);
    }

    @Test
    void aServerWithACertificateHasAnsweredLikeAnyOther() {
        assertEquals(new Verdict.Clear("connection succeeded"), connection(false, certified(9)));
        assertEquals(new Verdict.Clear("response time 5 ms succeeded [time < 1 s]"), speed(BELOW_A_SECOND, certified(9)));
    }

    private static Answer certified(long days) {
        return new Answer.Certified(Duration.ofMillis(5), "connection succeeded", days);
    }

    private Verdict certificate(int days, Answer answer) {
        var tls = new Tls(true, List.of(), Tls.Choice.UNSAID, Tls.Choice.UNSAID, "", Tls.Paths.NONE, Tls.Sum.NONE, days);
        var service = service(connected(false, ResponseTime.UNLIMITED, tls));
        var rule = judge.standing(service).getFirst();
        assertEquals(EventKind.TIMESTAMP, judge.kind(rule.when()));
        return judged(service, rule, answer);
    }

    @Test
    void aPingWithALimitIsTimedToo() {
        var service = service(new Condition.Pinged(new Ping(Family.ANY, 3, 64, BELOW_A_SECOND, Duration.ofSeconds(5), ""), false));

        assertEquals(new Verdict.Clear("response time 0.024 ms succeeded [time < 1 s]"), judged(service, judge.standing(service).getFirst(), FAST));
    }

    @Test
    void theRuleForTheSpeedActsAsTheRuleItBelongsTo() {
        var service = service(connected(false, BELOW_A_SECOND));
        var speed = judge.standing(service).getFirst();

        assertEquals(service.rules().getFirst().then(), speed.then());
        assertEquals(service.rules().getFirst().window(), speed.window());
    }

    @Test
    void eachHasTheEventThatMonitGivesIt() {
        var service = service(connected(false, BELOW_A_SECOND));

        assertEquals(EventKind.CONNECTION, judge.kind(service.rules().getFirst().when()));
        assertEquals(EventKind.SPEED, judge.kind(judge.standing(service).getFirst().when()));
        assertEquals(EventKind.ICMP,
                judge.kind(new Condition.Pinged(new Ping(Family.ANY, 3, 64, ResponseTime.UNLIMITED, Duration.ofSeconds(5), ""), false)));
    }

    private Verdict connection(boolean succeeded, Answer answer) {
        var service = service(connected(succeeded, ResponseTime.UNLIMITED));
        return judged(service, service.rules().getFirst(), answer);
    }

    private Verdict speed(ResponseTime limit, Answer answer) {
        var service = service(connected(false, limit));
        return judged(service, judge.standing(service).getFirst(), answer);
    }

    private Verdict judged(Service service, Rule rule, Answer answer) {
        var sample = new Sample(Presence.HERE, Readings.NONE, Map.of(0, answer), Trace.NONE);
        var index = service.rules().indexOf(rule);
        return judge.judge(new Question(service, rule, index < 0 ? service.rules().size() : index, sample, "", Instant.EPOCH)).verdict();
    }

    private static Condition connected(boolean succeeded, ResponseTime limit) {
        return connected(succeeded, limit, Tls.NONE);
    }

    private static Condition connected(boolean succeeded, ResponseTime limit, Tls tls) {
        var endpoint = new Endpoint.Inet("plum", 80, Family.ANY, false, "");
        return new Condition.Connected(new Connection(endpoint, tls, new Speech("default", List.of()), limit, Duration.ofSeconds(5), 1), succeeded);
    }

    private static Service service(Condition condition) {
        var rule = new Rule(condition, new Window(2, 3), new Action.Restart(), Window.ONCE, Action.ALERT, HERE);
        var care = new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of());
        return new Service("plum", "host", new Subject.Address("plum"), Commands.NONE, List.of(rule), List.of(), care, List.of(), HERE);
    }
}
