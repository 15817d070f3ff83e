package jmonit.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jmonit.engine.Remembered.Failed;
import jmonit.engine.Remembered.Told;
import jmonit.model.Audience;
import jmonit.model.Context;
import jmonit.model.Delay;
import jmonit.model.Event;
import jmonit.model.Event.Side;
import jmonit.model.EventKind;
import jmonit.model.Origin;
import jmonit.model.Settings;
import jmonit.model.Silence;

/** What time brings to those who are told: silences end, failures last. */
final class Tidings {

    private static final Duration NEVER = Duration.ofDays(365_000);
    /** A wall clock may be set at any time. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Wards wards;
    private final Hush hush;
    private final Chronicle chronicle;
    private Duration interval = Duration.ofSeconds(1);
    private Duration due = Duration.ZERO;

    Tidings(Wards wards, Hush hush, Chronicle chronicle) {
        this.wards = wards;
        this.hush = hush;
        this.chronicle = chronicle;
    }

    void take(Settings settings) {
        interval = Duration.ofSeconds(Math.max(1, settings.poll().seconds()));
        hush.take(settings.maintenance(), !settings.mail().manners().dependents());
        due = Duration.ZERO;
    }

    Duration nextDue() {
        return due;
    }

    /** Before anything else is done: what is over is over. */
    void pass(Turn turn) {
        if (due.compareTo(turn.now().elapsed()) <= 0) {
            all(turn);
        }
    }

    void all(Turn turn) {
        Now now = turn.now();
        for (Silence over : hush.expire(now.wall())) {
            turn.add(new Effect.Say(Severity.INFO, "silence " + over.id() + " for " + over.scope().text() + " is over"));
            turn.persist();
        }
        due = NEVER;
        hush.untilChange(now).ifPresent(d -> sooner(now, d));
        for (Ward ward : wards.all()) {
            if (ward.hearing.withholds() && !hush.heedsNeeds() && hush.reason(ward, now).isEmpty()) {
                ward.hearing.release().forEach(e -> release(ward, e, turn));
                turn.persist();
            }
            seen(ward, turn);
        }
    }

    private void sooner(Now now, Duration wait) {
        Duration capped = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
        Duration at = now.elapsed().plus(capped.isNegative() ? Duration.ZERO : capped);
        due = at.compareTo(due) < 0 ? at : due;
    }

    /** What was not told is told now, once, unless there is nothing left of it. */
    private void release(Ward ward, Event event, Turn turn) {
        // A reload may have moved the rule to another line.
        boolean stands = event.side() != Side.FAILED || ward.monitored && Portrait.failures(ward).stream().anyMatch(f -> f.kind() == event.kind());
        if (stands) {
            turn.say(Severity.INFO, ward, "is told of again -- " + event.because());
            chronicle.announce(event.at(turn.now().wall()), ward.context(event), turn);
        }
    }

    /** After each look: whoever wants to hear only of what lasts. */
    void seen(Ward ward, Turn turn) {
        if (hush.heedsNeeds() && ward.hearing.withholds() && hush.reason(ward, turn.now()).isEmpty()) {
            // What it depends on is well, and it is seen for itself again.
            ward.hearing.release().forEach(e -> release(ward, e, turn));
            turn.persist();
        }
        if (ward.delays.isEmpty()) {
            return;
        }
        boolean quiet = !hush.reason(ward, turn.now()).isEmpty();
        List<Lasting> lasting = lasting(ward);
        ward.hearing.keep(lasting.stream().map(Lasting::key).toList());
        for (Lasting failure : lasting) {
            if (quiet) {
                ward.hearing.pause(failure.key());
            } else if (!ward.hearing.acknowledged(failure.since())) {
                lasts(ward, failure, turn);
            }
        }
    }

    private static List<Lasting> lasting(Ward ward) {
        return Stream.concat(ward.rules.failed().stream().map(t -> lasting(ward, t)), ward.broken.stream().map(f -> program(ward, f))).toList();
    }

    /** A test that fails, or a program that should start or stop it. */
    private record Lasting(String key, Instant since, EventKind kind, Origin origin, Context context) {
    }

    private static Lasting lasting(Ward ward, Test test) {
        return new Lasting(test.key(), ward.rules.state(test).since(), ward.rules.kind(test), test.rule().origin(), ward.context(test));
    }

    private static Lasting program(Ward ward, Failed failed) {
        return new Lasting(Ward.PROGRAM, failed.at(), EventKind.EXEC, ward.service.origin(), ward.context());
    }

    private void lasts(Ward ward, Lasting lasting, Turn turn) {
        Instant now = turn.now().wall();
        Told told = ward.hearing.known(lasting.key(), now);
        Duration cycle = ward.service.care().schedule().cycle(interval);
        for (Delay delay : waiting(ward, told)) {
            Duration left = Duration.between(now, told.at().plus(delay.counted(cycle)));
            if (left.isPositive()) {
                sooner(turn.now(), left);
            } else {
                ward.hearing.escalated(lasting.key(), delay);
                escalate(ward, lasting, delay, turn);
            }
        }
    }

    private static List<Delay> waiting(Ward ward, Told told) {
        return ward.delays.stream().filter(d -> !told.levels().contains(d)).toList();
    }

    private void escalate(Ward ward, Lasting lasting, Delay delay, Turn turn) {
        String said = ward.because(lasting.key());
        String because = (said.isEmpty() ? "failed" : said) + " -- for " + delay.text() + ", not acknowledged";
        turn.say(Severity.INFO, ward, "is escalated after " + delay.text());
        var event = new Event(turn.now().wall(), ward.name(), ward.service.type(), lasting.kind(), Side.FAILED, because, "alert",
                lasting.origin(), new Audience("", List.of(delay)));
        chronicle.announce(event, lasting.context(), turn);
    }
}
