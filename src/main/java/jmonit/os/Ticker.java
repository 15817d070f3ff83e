package jmonit.os;

import java.time.Duration;

/** A clock that never jumps, for how long things take and when they are due. */
public interface Ticker {

    /** Since some moment before the program did anything; time the machine is suspended counts or not, as its clock has it. */
    Duration elapsed();

    /** Lets that much time pass. */
    void pause(Duration time) throws InterruptedException;
}
