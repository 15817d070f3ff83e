package jmonit.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

import jmonit.model.Acknowledgement;
import jmonit.model.Silence.Remark;

/** Carries out what operators want of those who are told. Replies when it is on disk. */
final class Calmings {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Wards wards;
    private final Hush hush;
    private final Tidings tidings;

    Calmings(Wards wards, Hush hush, Tidings tidings) {
        this.wards = wards;
        this.hush = hush;
        this.tidings = tidings;
    }

    void take(long ticket, Calming wanted, Turn turn) {
        switch (wanted) {
            case Calming.Silence silence -> reply(ticket, silence(silence, turn), turn);
            case Calming.Lift(long id, Remark remark) -> reply(ticket, lift(id, remark, turn), turn);
            case Calming.Acknowledge(List<String> services, Remark remark) -> each(ticket, services, turn, w -> acknowledge(w, remark, turn));
            case Calming.Disown(List<String> services, Remark remark) -> each(ticket, services, turn, w -> disown(w, remark, turn));
        }
        turn.persist();
        tidings.all(turn);
    }

    private interface Deed {

        /** Why not; empty for well. */
        String on(Ward ward);
    }

    private void each(long ticket, List<String> services, Turn turn, Deed deed) {
        long next = ticket;
        for (String name : services) {
            reply(next++, wards.find(name).map(deed::on).orElseGet(() -> "There is no service named \"" + name + "\""), turn);
        }
    }

    private static void reply(long ticket, String refused, Turn turn) {
        turn.add(refused.isEmpty() ? new Effect.Assure(ticket) : new Effect.Reply(ticket, refused));
    }

    private String silence(Calming.Silence wanted, Turn turn) {
        Now now = turn.now();
        if (!wanted.until().isAfter(now.wall()) || wanted.until().isAfter(now.wall().plus(LONGEST))) {
            return "a silence ends in the future, and within a year";
        }
        OptionalLong id = hush.add(wanted, now.wall());
        if (id.isEmpty()) {
            return "there are too many silences already";
        }
        String until = TIME.format(now.local().plus(Duration.between(now.wall(), wanted.until())));
        turn.add(new Effect.Say(Severity.INFO,
                "silence " + id.getAsLong() + " for " + wanted.scope().text() + " until " + until + wanted.remark().text()));
        return "";
    }

    private String lift(long id, Remark remark, Turn turn) {
        return hush.lift(id).map(s -> {
            turn.add(new Effect.Say(Severity.INFO, "silence " + id + " for " + s.scope().text() + " is lifted" + remark.text()));
            return "";
        }).orElse("There is no silence " + id);
    }

    private static String acknowledge(Ward ward, Remark remark, Turn turn) {
        Instant now = turn.now().wall();
        List<Instant> failures = ward.failures();
        if (failures.isEmpty()) {
            return "it does not fail, so there is nothing to acknowledge";
        }
        // A wall clock that was set back must not make it an acknowledgement of nothing.
        Instant latest = failures.stream().max(Instant::compareTo).orElse(now);
        ward.hearing.acknowledge(new Acknowledgement(latest.isAfter(now) ? latest : now, remark));
        turn.say(Severity.INFO, ward, "is acknowledged" + remark.text());
        return "";
    }

    private static String disown(Ward ward, Remark remark, Turn turn) {
        if (ward.acknowledged().isEmpty()) {
            return "it is not acknowledged";
        }
        ward.hearing.disown();
        turn.say(Severity.INFO, ward, "is not acknowledged any more" + remark.text());
        return "";
    }
}
