package jmonit.os.live;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import jmonit.os.Background;

import sun.misc.Signal;

/**
 * The background of this machine. A JVM cannot fork, so the launcher started it as a child already and waits; SIGUSR2 to
 * the launcher lets it go.
 */
public final class LiveBackground implements Background {

    private static final int READ_WRITE = 02;
    private static final int OUTPUTS = 3;

    private final long launcher;

    /** {@code launcher} is the process that waits for us. */
    public LiveBackground(long launcher) {
        this.launcher = launcher;
    }

    @Override
    public void enter() throws IOException {
        // Refused to the leader of a process group, which needs no session of its own.
        LibC.ask(LibC.function("setsid"), 0, 0, 0, 0, 0, 0);
        try (var arena = Arena.ofConfined()) {
            Reason.checked(LibC.ask(LibC.function("chdir"), arena.allocateFrom("/").address(), 0, 0, 0, 0, 0), "go to /");
            leaveTerminal(arena.allocateFrom("/dev/null"));
        }
        release();
    }

    private static void leaveTerminal(MemorySegment nothing) throws IOException {
        int descriptor = Reason.checked(LibC.ask(LibC.function("open"), nothing.address(), READ_WRITE, 0, 0, 0, 0), "open /dev/null");
        for (var output = 0; output < OUTPUTS; output++) {
            Reason.checked(LibC.ask(LibC.function("dup2"), descriptor, output, 0, 0, 0, 0), "leave the terminal");
        }
        if (descriptor >= OUTPUTS) {
            LibC.ask(LibC.function("close"), descriptor, 0, 0, 0, 0, 0);
        }
    }

    /** Only our parent may be the launcher: once it is gone, its number may be anybody's. */
    private void release() {
        if (LibC.ask(LibC.function("getppid"), 0, 0, 0, 0, 0, 0) == launcher) {
            LibC.ask(LibC.function("kill"), launcher, new Signal("USR2").getNumber(), 0, 0, 0, 0);
        }
    }
}
