package jmonit.engine;

/** How a step ended. */
public sealed interface Outcome {

    record Succeeded() implements Outcome {
    }

    /** {@code because} is worded for the log. */
    record Failed(String because) implements Outcome {
    }

    Outcome SUCCEEDED = new Succeeded();
}
