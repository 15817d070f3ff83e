package jmonit.os.live;

import java.time.Duration;

import jmonit.os.Wire.Phases;

/** When the parts of one connection began and ended, by the clock that only runs forward. */
record Timing(Duration resolve, long begun, long connected) {

    static Timing since(Duration resolve, long begun) {
        return new Timing(resolve, begun, System.nanoTime());
    }

    Phases phases() {
        return new Phases(resolve, Duration.ofNanos(connected - begun));
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
