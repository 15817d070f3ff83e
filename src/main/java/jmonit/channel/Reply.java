package jmonit.channel;

import java.time.Duration;

/** What somebody says to a letter; {@code said} is for the operator. */
sealed interface Reply {

    String said();

    record Taken() implements Reply {

        @Override
        public String said() {
            return "";
        }
    }

    /** Not now; {@code pause} is how long he wants to be left alone, zero where he does not say. */
    record Later(String said, Duration pause) implements Reply {
    }

    /** He cannot, be it because of himself or because of what he was told. */
    record Failed(String said, Duration pause) implements Reply {
    }

    /** Not now, and it may be because of what he was told: he wants it again however long it takes, but nothing else need wait for it. */
    record Postponed(String said) implements Reply {
    }

    /** Never. */
    record Refused(String said) implements Reply {
    }
}
