package jmonit.cli;

import java.io.IOException;

/** The keyboard of the terminal, where there is one. */
public interface Keyboard {

    /** Whether a person can type there. */
    boolean there();

    /** A line that is not shown while it is typed. */
    String secret(String prompt) throws IOException;

    /**
     * From now on the screen is blank and ours, and each key arrives as it is typed, unseen. Closing, and the end of the program however it
     * comes, undo it.
     */
    Keys keys() throws IOException;

    /** What is typed, and what is shown. */
    interface Keys extends AutoCloseable {

        int NONE = -1;

        /** The next byte, or {@link #NONE} when nothing came for a fraction of a second. */
        int next() throws IOException;

        void show(String text);

        @Override
        void close();
    }
}
