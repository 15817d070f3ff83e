package jmonit.model;

import java.time.Duration;

/** A limit on how long an answer may take. */
public record ResponseTime(Comparison comparison, Duration limit) {

    /** Never trips: what holds when nothing was written. */
    public static final ResponseTime UNLIMITED = new ResponseTime(Comparison.GREATER, Duration.ZERO);
}
