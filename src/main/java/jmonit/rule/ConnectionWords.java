package jmonit.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.EventKind;
import jmonit.model.ResponseTime;
import jmonit.model.Rule;
import jmonit.model.Service;

/**
 * Judges connection tests and pings, for every type of service that has them. A limit on the response time is judged apart, as Monit does: it
 * has an event and a history of its own, and the service can have answered and yet have been slow.
 */
public final class ConnectionWords {

    /** The aspects are these words and the place of the rule that has the limit. */
    private static final String SPEED = "response time of rule ";
    private static final String CERTIFICATE = "certificate of rule ";
    private static final List<String> UNITS = List.of("ms", "s", "m", "h", "d");
    private static final int[] STEPS = {1000, 60, 60, 24, Integer.MAX_VALUE};

    private ConnectionWords() {
    }

    /** A rule for the speed and one for the certificate of each test that limits them, with the same window and actions. */
    public static List<Rule> standing(Service service) {
        var rules = new ArrayList<Rule>();
        for (var i = 0; i < service.rules().size(); i++) {
            var rule = service.rules().get(i);
            if (!limit(rule.when()).equals(ResponseTime.UNLIMITED)) {
                rules.add(about(SPEED + i, rule));
            }
            if (daysWanted(rule.when()) > 0) {
                rules.add(about(CERTIFICATE + i, rule));
            }
        }
        return List.copyOf(rules);
    }

    private static Rule about(String aspect, Rule rule) {
        return new Rule(new Condition.Sound(aspect), rule.window(), rule.then(), rule.recovery(), rule.otherwise(), rule.origin());
    }

    private static int daysWanted(Condition condition) {
        return condition instanceof Condition.Connected(var connection, _) && connection.tls().used() ? connection.tls().validDays() : 0;
    }

    /** Whether it is a ping, a connection test, or the speed or certificate of one. */
    public static boolean concerns(Condition condition) {
        return condition instanceof Condition.Pinged || condition instanceof Condition.Connected || concerns(SPEED, condition)
                || concerns(CERTIFICATE, condition);
    }

    private static boolean concerns(String what, Condition condition) {
        return condition instanceof Condition.Sound(String aspect) && aspect.startsWith(what);
    }

    /** The event of a condition that this concerns. */
    public static EventKind kind(Condition condition) {
        return switch (condition) {
            case Condition.Pinged _ -> EventKind.ICMP;
            case Condition sound when concerns(SPEED, sound) -> EventKind.SPEED;
            case Condition sound when concerns(CERTIFICATE, sound) -> EventKind.TIMESTAMP;
            default -> EventKind.CONNECTION;
        };
    }

    public static Judgement judge(Question question) {
        return Judgement.of(verdict(question));
    }

    private static Verdict verdict(Question question) {
        return switch (question.rule().when()) {
            case Condition.Pinged(_, boolean succeeded) -> answered(answer(question, question.index()), succeeded);
            case Condition.Connected(_, boolean succeeded) -> answered(answer(question, question.index()), succeeded);
            case Condition.Sound(String aspect) when aspect.startsWith(SPEED) -> speed(question, Integer.parseInt(aspect.substring(SPEED.length())));
            case Condition.Sound(String aspect) when aspect.startsWith(CERTIFICATE) ->
                    certificate(question, Integer.parseInt(aspect.substring(CERTIFICATE.length())));
            case Condition.Threshold _, Condition.Total _, Condition.Changed _, Condition.Unchanged _, Condition.Matches _, Condition.Differs _,
                    Condition.DiffersOwner _, Condition.DiffersSum _, Condition.Missing _, Condition.Present _, Condition.Link _,
                    Condition.Restarted _, Condition.Sound _ -> new Verdict.Unknown("no connection test");
        };
    }

    private static Answer answer(Question question, int index) {
        return question.sample().answers().getOrDefault(index, new Answer.Skipped("not asked"));
    }

    private static Verdict answered(Answer answer, boolean succeeded) {
        return switch (answer) {
            case Answer.Succeeded(_, String detail, _) -> succeeded ? new Verdict.Tripped(detail) : new Verdict.Clear(detail);
            case Answer.Certified(_, String detail, _, _) -> succeeded ? new Verdict.Tripped(detail) : new Verdict.Clear(detail);
            case Answer.Failed(String because) -> succeeded ? new Verdict.Clear(because) : new Verdict.Tripped(because);
            case Answer.Skipped(String because) -> new Verdict.Unknown(because);
            case Answer.Lines _, Answer.Sum _ -> throw new IllegalStateException("a connection test was answered with " + answer);
        };
    }

    // ---- certificates

    private static Verdict certificate(Question question, int index) {
        int wanted = daysWanted(question.service().rules().get(index).when());
        return switch (answer(question, index)) {
            case Answer.Certified(_, _, long days, _) when days < wanted ->
                    new Verdict.Tripped("certificate expiry in " + days + " days matches check limit [valid > " + wanted + " days]");
            case Answer.Certified(_, _, long days, _) -> new Verdict.Clear("certificate valid days test succeeded [valid for " + days + " days]");
            case Answer.Succeeded _, Answer.Failed _, Answer.Skipped _, Answer.Lines _, Answer.Sum _ -> new Verdict.Unknown("no certificate");
        };
    }

    // ---- speed

    private static Verdict speed(Question question, int index) {
        var limit = limit(question.service().rules().get(index).when());
        return switch (answer(question, index)) {
            case Answer.Succeeded(Duration took, _, _) -> speed(limit, took);
            case Answer.Certified(Duration took, _, _, _) -> speed(limit, took);
            // Monit 5.33 takes the time of what did not answer for -1 ms and calls a slow service fast again.
            case Answer.Failed _, Answer.Skipped _, Answer.Lines _, Answer.Sum _ -> new Verdict.Unknown("no response");
        };
    }

    /** The limit says what is well, not what trips: {@code if failed port 80 responsetime < 1 s}. */
    private static Verdict speed(ResponseTime limit, Duration took) {
        var bounds = " [time " + limit.comparison().sign() + " " + spoken(limit.limit()) + "]";
        return limit.comparison().holds(took.toNanos(), limit.limit().toNanos())
                ? new Verdict.Clear("response time " + spoken(took) + " succeeded" + bounds)
                : new Verdict.Tripped("response time " + spoken(took) + " doesn't match limit" + bounds);
    }

    private static ResponseTime limit(Condition condition) {
        return switch (condition) {
            case Condition.Pinged pinged -> pinged.ping().response();
            case Condition.Connected connected -> connected.connection().response();
            case Condition.Threshold _, Condition.Total _, Condition.Changed _, Condition.Unchanged _, Condition.Matches _, Condition.Differs _,
                    Condition.DiffersOwner _, Condition.DiffersSum _, Condition.Missing _, Condition.Present _, Condition.Link _,
                    Condition.Restarted _, Condition.Sound _ -> ResponseTime.UNLIMITED;
        };
    }

    /** "0.123 ms", "1.500 s", "5 m": three places where there are any. */
    private static String spoken(Duration time) {
        var value = time.toNanos() / 1e6;
        var unit = 0;
        while (value >= STEPS[unit]) {
            value /= STEPS[unit];
            unit++;
        }
        return new BigDecimal(value).setScale(value == Math.rint(value) ? 0 : 3, RoundingMode.HALF_EVEN) + " " + UNITS.get(unit);
    }
}
