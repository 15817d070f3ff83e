package jmonit.channel;

import java.time.Duration;

/** What a web server makes of a letter; {@code said} is for the operator and names no secret. */
sealed interface Reply {

    record Taken() implements Reply {
    }

    /** Not now, and not before {@code pause} is over; zero where it does not say. */
    record Later(String said, Duration pause) implements Reply {
    }

    /** Never. */
    record Refused(String said) implements Reply {
    }
}
