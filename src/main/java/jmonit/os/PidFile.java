package jmonit.os;

import java.io.IOException;
import java.util.OptionalLong;

/** The file that says which process is the daemon. A lock on it tells a running daemon from a number left behind. */
public interface PidFile {

    /** The process that keeps the file, if one does; what a dead one left behind counts for nothing. */
    OptionalLong keeper(String path) throws IOException;

    /** Takes the file for this process and writes its number into it. */
    Claim take(String path) throws IOException;

    sealed interface Claim {

        /** Another daemon runs; its process, or 0 where the file does not tell. */
        record Taken(long pid) implements Claim {
        }

        /** Ours until it is given back, which removes the file if it is still the one that was taken. */
        non-sealed interface Kept extends Claim, AutoCloseable {

            @Override
            void close();
        }
    }
}
