package jmonit.os;

import java.time.Duration;

/** A machine of two processors and 1 GiB that has run for as long as a test says. */
public final class FakeSurroundings implements Surroundings {

    private Duration uptime = Duration.ofHours(1);

    public void pass(Duration time) {
        uptime = uptime.plus(time);
    }

    @Override
    public int cores() {
        return 2;
    }

    @Override
    public long memory() {
        return 1 << 30;
    }

    @Override
    public Duration uptime() {
        return uptime;
    }

    @Override
    public double load(int minutes) {
        return minutes;
    }
}
