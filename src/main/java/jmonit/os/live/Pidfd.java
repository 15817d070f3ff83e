package jmonit.os.live;

import java.lang.foreign.MemorySegment;

/** pidfd_open(2), for which the C library may have no function of its own. */
final class Pidfd {

    private static final MemorySegment SYSTEM_CALL = LibC.function("syscall");
    private static final int OPEN = 434;

    private Pidfd() {
    }

    /** A descriptor that becomes readable when the process has ended, or the error with a minus sign. */
    static int open(long pid) {
        return LibC.ask(SYSTEM_CALL, OPEN, pid, 0, 0, 0, 0);
    }

    /** Whether there are any: there are none in a strict sandbox. */
    static boolean available() {
        var pidfd = open(ProcessHandle.current().pid());
        if (pidfd >= 0) {
            Pipe.close(pidfd);
        }
        return pidfd >= 0;
    }
}
