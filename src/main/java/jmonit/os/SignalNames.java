package jmonit.os;

import java.util.Map;

/** What signals are called, and what the statuses of shells that are about signals mean. */
final class SignalNames {

    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final int SHELL = 128;

    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(1, "SIGHUP"), Map.entry(2, "SIGINT"), Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL, no instruction of this machine"), Map.entry(5, "SIGTRAP"), Map.entry(6, "SIGABRT, it gave up"),
            Map.entry(7, "SIGBUS, memory that is not there"), Map.entry(8, "SIGFPE, a number divided by zero"), Map.entry(9, "SIGKILL"),
            Map.entry(10, "SIGUSR1"), Map.entry(11, "SIGSEGV, memory that is not its own"), Map.entry(12, "SIGUSR2"),
            Map.entry(13, "SIGPIPE, nobody read what it wrote"), Map.entry(14, "SIGALRM"), Map.entry(15, "SIGTERM"),
            Map.entry(24, "SIGXCPU, more CPU time than it may have"), Map.entry(25, "SIGXFSZ, a file larger than it may be"),
            Map.entry(31, "SIGSYS, a system call it may not make"));

    private SignalNames() {
    }

    /** Nothing for those that nobody knows by name. */
    static String named(int signal) {
        return NAMES.containsKey(signal) ? " (" + NAMES.get(signal) + ")" : "";
    }

    /** A shell has no other way to tell how its command ended. */
    static String inShell(int status) {
        return switch (status) {
            case NOT_EXECUTABLE -> " (to a shell: its command cannot be executed)";
            case NOT_FOUND -> " (to a shell: there is no such command)";
            default -> status > SHELL && NAMES.containsKey(status - SHELL)
                    ? " (to a shell: its command was killed by signal " + (status - SHELL) + named(status - SHELL) + ")" : "";
        };
    }
}
