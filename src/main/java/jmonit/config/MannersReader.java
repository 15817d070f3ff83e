package jmonit.config;

import java.time.Duration;
import java.util.List;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Settings.Manners;
import jmonit.model.Settings.Wish;

/** Reads what {@code set alert} says of all recipients: whether they get one message for many, and what it holds. */
final class MannersReader {

    /** Whoever waits longer than that for an alert does not want one. */
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String TOPIC = "alerts";

    private final SettingsDraft settings;
    private final Cursor c;

    MannersReader(SettingsDraft settings, Cursor cursor) {
        this.settings = settings;
        this.c = cursor;
    }

    /** False where it is a recipient that is told next. */
    boolean read() {
        Manners before = settings.manners;
        if (c.take("grouping")) {
            settings.manners = new Manners(grouping(), before.dependents(), before.context());
        } else if (c.take("dependents")) {
            settings.manners = new Manners(before.grouping(), either("told", "silent"), before.context());
        } else if (c.take("context")) {
            settings.manners = new Manners(before.grouping(), before.dependents(), either("enable", "disable") ? Wish.ON : Wish.OFF);
        } else {
            return false;
        }
        return true;
    }

    private Duration grouping() {
        if (c.take("disable")) {
            return Duration.ZERO;
        }
        Word number = c.peek();
        Duration wait = new Values(c).time("the wait");
        if (!c.spent() && wait.compareTo(LONGEST) > 0) {
            c.complain(Diagnostic.error(number.span(), "nobody would be told in time", "expected 1 hour or less").see(TOPIC));
        }
        return wait;
    }

    private boolean either(String yes, String no) {
        if (c.take(yes)) {
            return true;
        }
        if (!c.take(no)) {
            c.welcome(List.of(yes, no));
            c.unknown("word", TOPIC);
        }
        return false;
    }
}
