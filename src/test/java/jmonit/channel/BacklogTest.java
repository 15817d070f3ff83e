package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final Duration START = Duration.ofSeconds(100);

    private final Backlog<String> backlog = new Backlog<>(new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), () -> 0.5),
            new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), () -> 0.5));

    private Parcel<String> add(String what, String about) {
        var parcel = new Parcel<>(Happenings.note(1), what, about);
        backlog.add(parcel);
        return parcel;
    }

    private Optional<String> take(Duration now) {
        return backlog.take(now).map(Parcel::what);
    }

    @Test
    void doesNotOvertakeWhatIsUnderWayAboutTheSameService() {
        var first = add("failed", "web");
        add("recovered", "web");
        add("other", "db");

        assertEquals(Optional.of("failed"), take(START));
        assertEquals(Optional.of("other"), take(START));
        assertEquals(Optional.empty(), take(START));
        backlog.done(first);
        assertEquals(Optional.of("recovered"), take(START));
    }

    @Test
    void waitsLongerEachTimeSomethingIsNotTaken() {
        add("a", "web");

        Duration now = START;
        for (int seconds : new int[] {2, 4, 8, 16}) {
            assertEquals(Duration.ofSeconds(seconds), backlog.later(backlog.take(now).orElseThrow(), now));
            assertEquals(Optional.empty(), take(now.plusSeconds(seconds).minusMillis(1)));
            now = now.plusSeconds(seconds);
        }
    }

    @Test
    void triesNothingForAWhileWhereNobodyIsThere() {
        add("a", "web");
        add("b", "db");

        backlog.unreachable(backlog.take(START).orElseThrow(), START);

        assertTrue(backlog.troubled());
        assertEquals(Optional.empty(), take(START));
        assertEquals(Optional.of(START.plusSeconds(1)), backlog.next());
        assertEquals(Optional.of("a"), take(START.plusSeconds(1)));
    }

    @Test
    void goesOnAtOnceWhenSomebodyAnswers() {
        add("a", "web");
        add("b", "db");
        backlog.unreachable(backlog.take(START).orElseThrow(), START);

        backlog.succeeded();

        assertFalse(backlog.troubled());
        assertEquals(Optional.of("a"), take(START));
    }

    @Test
    void spreadsAttemptsAndBoundsThem() {
        assertEquals(Duration.ofMillis(800), new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), () -> 0).after(1));
        assertEquals(Duration.ofMillis(36_000), new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), () -> 1).after(1000));
    }

    @Test
    void overtakesNothingAboutTheSameServiceThatHasToWait() {
        add("failed", "web");
        add("recovered", "web");
        add("other", "db");
        backlog.later(backlog.take(START).orElseThrow(), START);

        assertEquals(Optional.of("other"), take(START));
        assertEquals(Optional.empty(), take(START));
        assertEquals(Optional.of(START.plusSeconds(2)), backlog.next());
        assertEquals(Optional.of("failed"), take(START.plusSeconds(2)));
    }

    @Test
    void givesUpWhatNobodyTakesWhileOthersAreTaken() {
        add("poison", "web");
        Duration now = START;
        int refusals = 0;
        for (boolean kept = true; kept; now = now.plusMinutes(6)) {
            add("good", "db");
            for (Optional<Parcel<String>> next = backlog.take(now); next.isPresent(); next = backlog.take(now)) {
                if (next.get().what().equals("good")) {
                    backlog.done(next.get());
                } else {
                    refusals++;
                    kept = backlog.refused(next.get(), Duration.ZERO, now);
                }
            }
        }

        assertEquals(8, refusals);
        assertEquals(0, backlog.size());
    }

    @Test
    void neverGivesUpWhatIsPostponedAndLetsOthersPass() {
        add("postponed", "web");
        Duration now = START;
        int taken = 0;
        for (int round = 0; round < 100; round++) {
            add("good", "db");
            now = now.plusMinutes(6);
            for (Optional<Parcel<String>> next = backlog.take(now); next.isPresent(); next = backlog.take(now)) {
                if (next.get().what().equals("good")) {
                    backlog.done(next.get());
                    taken++;
                } else {
                    backlog.postponed(next.get(), now);
                }
            }
        }

        assertEquals(100, taken);
        assertEquals(1, backlog.size());
    }

    @Test
    void givesUpNothingWhereNothingIsTaken() {
        add("a", "web");
        add("b", "db");
        Duration now = START;

        for (int i = 0; i < 100; i++) {
            assertTrue(backlog.refused(backlog.take(now).orElseThrow(), Duration.ZERO, now));
            now = now.plusMinutes(6);
        }

        assertEquals(2, backlog.size());
    }

    @Test
    void letsTheOldestGoWhereTooManyWaitForNobody() {
        backlog.bound(new Patience(2, Duration.ZERO, java.time.InstantSource.system()));
        add("a", "web");
        add("b", "db");
        add("c", "db");
        assertEquals(Optional.empty(), backlog.surplus(), "it is not in trouble");

        backlog.unreachable(backlog.take(START).orElseThrow(), START);

        assertEquals(Optional.of("a"), backlog.surplus().map(Parcel::what));
        assertEquals(Optional.empty(), backlog.surplus());
    }
}
