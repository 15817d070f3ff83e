package jmonit.model;

import java.time.Instant;

/** One measured value. Rules compare it, views print it; nobody else interprets it. */
public sealed interface Reading {

    record Amount(double value, Unit unit) implements Reading {
    }

    record Text(String value) implements Reading {
    }

    /** A point in time, such as when a file was last written. */
    record Moment(Instant at) implements Reading {
    }

    /** It could not be read this time: the first look at a rate, no permission, no such thing on this machine. */
    record Absent(String reason) implements Reading {
    }
}
