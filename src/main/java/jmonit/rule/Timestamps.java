package jmonit.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jmonit.model.Condition;
import jmonit.model.Reading;
import jmonit.rule.Verdict.Clear;
import jmonit.rule.Verdict.Tripped;

/** Rules about when a path was read, written or changed. */
final class Timestamps {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter FINE_DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss.nnnnnnnnn", Locale.ENGLISH);

    private final ZoneId zone;

    Timestamps(ZoneId zone) {
        this.zone = zone;
    }

    static boolean holds(String metric) {
        return switch (metric) {
            case "atime", "ctime", "mtime", "timestamp" -> true;
            default -> false;
        };
    }

    private static String name(String metric) {
        return switch (metric) {
            case "atime" -> "access time";
            case "ctime" -> "change time";
            case "mtime" -> "modify time";
            default -> "modify/change time";
        };
    }

    Judgement age(Question question, Condition.Threshold asked, String path) {
        if (!(question.sample().readings().of(asked.metric()) instanceof Reading.Moment(Instant at))) {
            return Judgements.unknown(question, "no " + name(asked.metric()));
        }
        var name = name(asked.metric());
        // In whole seconds on both sides, as Monit counts.
        long age = 1_000 * (question.now().getEpochSecond() - at.getEpochSecond());
        return Judgement.of(asked.comparison().holds(age, asked.limit().value())
                ? new Tripped(name + " for " + path + " failed -- current " + name + " is " + text(at))
                : new Clear(name + " test succeeded for " + path + " [current " + name + " is " + text(at) + "]"));
    }

    Judgement change(Question question, String metric, String path) {
        if (!(question.sample().readings().of(metric) instanceof Reading.Moment(Instant at))) {
            return Judgements.unknown(question, "no " + name(metric));
        }
        var change = new Change(question.memory(), remembered(at));
        if (change.first()) {
            // Monit does not judge a time before it knows two.
            return new Judgement(new Verdict.Unknown("the first look at the " + name(metric)), change.now());
        }
        return change.judge(question.rule().when(),
                () -> name(metric) + " for " + path + " changed " + fromTo(instant(change.before()), at),
                () -> name(metric) + " was not changed for " + path);
    }

    private static String remembered(Instant at) {
        return at.getEpochSecond() + "." + at.getNano();
    }

    private static Instant instant(String remembered) {
        int dot = remembered.indexOf('.');
        return Instant.ofEpochSecond(Long.parseLong(remembered, 0, dot, 10), Long.parseLong(remembered, dot + 1, remembered.length(), 10));
    }

    /** Monit takes two times within one second for the same; we tell them apart, and show how. */
    private String fromTo(Instant before, Instant now) {
        boolean sameSecond = before.getEpochSecond() == now.getEpochSecond();
        var format = sameSecond ? FINE_DATE : DATE;
        return "from " + format.format(before.atZone(zone)) + " to " + format.format(now.atZone(zone));
    }

    private String text(Instant at) {
        return DATE.format(at.atZone(zone));
    }
}
