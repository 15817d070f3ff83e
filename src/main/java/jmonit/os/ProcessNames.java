package jmonit.os;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;

/** The processes of this machine by their command lines, for trying a pattern. */
public interface ProcessNames {

    /** All but the asking one, in the order of their numbers as text. */
    List<Named> list() throws IOException;

    /**
     * @param command the arguments with blanks between; the name of a kernel thread
     * @param started ticks since the machine started
     */
    record Named(long pid, long parent, long started, String command) {

        public Named {
            requireNonNull(command, "command");
        }
    }
}
