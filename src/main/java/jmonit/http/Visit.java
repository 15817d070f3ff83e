package jmonit.http;

import java.time.Duration;

/** Whether a request may come in, and how long its answer waits. */
sealed interface Visit {

    record Welcome(String user, boolean readOnly, Duration delay) implements Visit {
    }

    record Stranger(Duration delay) implements Visit {
    }

    /** So many wrong passwords come from there that not one more is looked at. */
    record TooMany() implements Visit {
    }
}
