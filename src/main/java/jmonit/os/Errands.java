package jmonit.os;

import java.io.IOException;

/**
 * Runs work that may hang in the kernel, such as a look at a file on a lost network share, where only the one who asked waits for it. Who
 * asked may be interrupted and goes its way; what hangs is left behind, and nothing more is asked about the same matter until it is back.
 */
public interface Errands {

    /**
     * @param matter what it is about, such as the name of a service; one errand at a time for each
     * @throws IOException when an earlier errand in this matter hangs still, or too many do
     */
    <T> T run(String matter, Errand<T> errand) throws IOException, InterruptedException;

    /**
     * Runs work that nobody waits for. One that hangs is left behind when others wait in vain.
     *
     * @return false, and it is not run, when an earlier errand in this matter is not over, or too many hang
     */
    boolean begin(String matter, Runnable errand);

    /** Ends soon after it was interrupted, unless the kernel holds it. */
    @FunctionalInterface
    interface Errand<T> {

        T run() throws InterruptedException;
    }
}
