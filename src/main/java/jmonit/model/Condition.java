package jmonit.model;

import java.time.Duration;

/** What a rule asks. Closed on purpose: whoever evaluates or shows one must handle each. {@code metric} is a key of the catalog. */
public sealed interface Condition {

    record Threshold(String metric, Comparison comparison, Amount limit) implements Condition {
    }

    /** A sum over the last {@code range}, such as bytes uploaded in the last two hours. */
    record Total(String metric, Comparison comparison, Amount limit, Duration range, String spoken) implements Condition {
    }

    record Changed(String metric) implements Condition {
    }

    /** The opposite of {@link Changed}: trips where the value stayed what it was. */
    record Unchanged(String metric) implements Condition {
    }

    record Matches(String metric, Pattern pattern, boolean negated) implements Condition {
    }

    /** An attribute is not what it should be. */
    record Differs(String metric, String expected) implements Condition {
    }

    record DiffersOwner(String metric, Principal expected) implements Condition {
    }

    /** A checksum is not {@code expected}, or not what it was at the start where that is empty. */
    record DiffersSum(Digest digest, String expected) implements Condition {
    }

    record Missing() implements Condition {
    }

    record Present() implements Condition {
    }

    record Link(boolean up) implements Condition {
    }

    record Pinged(Ping ping, boolean succeeded) implements Condition {
    }

    record Connected(Connection connection, boolean succeeded) implements Condition {
    }

    /** {@code if N restarts within M cycles}. */
    record Restarted(int restarts, int cycles) implements Condition {
    }

    /** Never written, always asked: {@code aspect} is a name that the judge of the service type knows, such as "zombie". */
    record Sound(String aspect) implements Condition {
    }
}
