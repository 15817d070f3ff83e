package jmonit.daemon;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import jmonit.os.OwnSignal;

/** Hands on the signals that arrive; those that come before there is anybody to hear them are kept. */
final class Summons {

    private final Set<OwnSignal> early = EnumSet.noneOf(OwnSignal.class);
    private Optional<Work> work = Optional.empty();

    synchronized void hear(OwnSignal signal) {
        work.ifPresentOrElse(w -> w.told(signal), () -> early.add(signal));
    }

    synchronized void arrived(Work now) {
        work = Optional.of(now);
        early.forEach(now::told);
        early.clear();
    }
}
