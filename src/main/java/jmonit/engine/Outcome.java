package jmonit.engine;

/** How a step ended; {@code how} says in words how its program did, and is empty where there is nothing to say of that. */
public sealed interface Outcome {

    record Succeeded(String how) implements Outcome {
    }

    /** {@code because} is worded for the log. */
    record Failed(String because, String how) implements Outcome {

        public Failed(String because) {
            this(because, "");
        }
    }

    Outcome SUCCEEDED = new Succeeded("");
}
