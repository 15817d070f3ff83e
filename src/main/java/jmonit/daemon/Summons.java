package jmonit.daemon;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import jmonit.os.OwnSignal;

/** Hands on the signals that arrive; those that come before there is anybody to hear them are kept. */
final class Summons {

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<OwnSignal> early = EnumSet.noneOf(OwnSignal.class);
    private Optional<Work> work = Optional.empty();

    void hear(OwnSignal signal) {
        lock.lock();
        try {
            work.ifPresentOrElse(w -> w.told(signal), () -> early.add(signal));
        } finally {
            lock.unlock();
        }
    }

    void arrived(Work now) {
        lock.lock();
        try {
            work = Optional.of(now);
            early.forEach(now::told);
        } finally {
            lock.unlock();
        }
    }
}
