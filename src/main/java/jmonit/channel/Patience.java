package jmonit.channel;

import java.time.Duration;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much may wait for one who takes nothing, and how long.
 *
 * @param most so many parcels
 * @param longest since the event; zero for ever
 */
record Patience(long most, Duration longest, InstantSource clock) {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit");

    static final Patience ENDLESS = new Patience(Long.MAX_VALUE, Duration.ZERO, InstantSource.system());

    boolean overFor(Note note) {
        return !longest.isZero() && Duration.between(note.event().at(), clock.instant()).compareTo(longest) > 0;
    }

    void tooOld(Note note, String whom) {
        lost(note, whom, "it is too old by now");
    }

    void tooMany(Note note, String whom) {
        lost(note, whom, "no more than " + most + " may wait for that");
    }

    static void refused(Note note, String whom, String said) {
        lost(note, whom, "others are taken, this one never is -- " + said);
    }

    private static void lost(Note note, String whom, String why) {
        LOG.error("'{}' Alert to {} is given up, {}: {}", note.event().service(), whom, why, note.event().because());
    }
}
