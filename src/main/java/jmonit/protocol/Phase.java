package jmonit.protocol;

import java.io.IOException;

/** One step of a conversation: what fails in it is told with its name before the reason. */
final class Phase {

    @FunctionalInterface
    interface Step<T> {

        T take() throws IOException;
    }

    private Phase() {
    }

    static <T> T of(String name, Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (IOException e) {
            throw new IOException(name + " -- " + e.getMessage(), e);
        }
    }
}
