package jmonit.engine;

import java.time.Duration;
import java.util.List;

/**
 * The first pass finds everything cold and is late with what it looks at; those that follow are not. So the cycles are counted from where it
 * ended, or the second look would come sooner after the first than the control file says.
 */
final class Rhythm {

    /** What takes longer is slow by itself, and the others do not wait for it. */
    private static final Duration COLD = Duration.ofMillis(250);

    private final Wards wards;
    private boolean begun;
    /** When the first pass began, while it lasts. */
    private List<Duration> first = List.of();

    Rhythm(Wards wards) {
        this.wards = wards;
    }

    void begin(Duration now) {
        begun = true;
        first = List.of(now);
    }

    boolean begun() {
        return begun;
    }

    /** Whether the next cycles have just been moved. */
    boolean moved(Duration now) {
        if (first.isEmpty()) {
            return false;
        }
        Duration late = now.minus(first.getFirst());
        boolean cold = late.compareTo(COLD) <= 0;
        boolean through = wards.all().stream().noneMatch(w -> w.waiting || w.phase == Ward.Phase.LOOKING);
        if (through || !cold) {
            first = List.of();
        }
        if (through && cold) {
            wards.all().forEach(w -> w.due = w.due.plus(late));
        }
        return through && cold;
    }
}
