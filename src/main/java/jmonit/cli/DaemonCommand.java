package jmonit.cli;

import java.io.IOException;
import java.util.OptionalLong;

import jmonit.os.OwnSignal;

/** {@code quit}, {@code reload} and, beside a daemon, {@code validate}: a signal to the process that keeps the pidfile. */
final class DaemonCommand {

    private final String name;
    private final Local local;
    private final Terminal terminal;

    DaemonCommand(String name, Local local, Terminal terminal) {
        this.name = name;
        this.local = local;
        this.terminal = terminal;
    }

    int quit(String pidFile) throws IOException {
        tell(pidFile, OwnSignal.STOP).ifPresent(pid -> terminal.out().println("Monit daemon with pid [" + pid + "] killed"));
        return 0;
    }

    int reload(String pidFile) throws IOException {
        terminal.out().println("Reinitializing " + name + " daemon");
        tell(pidFile, OwnSignal.RELOAD);
        return 0;
    }

    int wake(String pidFile) throws IOException {
        OptionalLong pid = tell(pidFile, OwnSignal.WAKE);
        pid.ifPresent(p -> terminal.out().println("Monit daemon with PID " + p + " awakened\nWhat it finds is in its log"));
        return pid.isPresent() ? 0 : 1;
    }

    /** The process that was told, if there is one that may be told. As with Monit it is no failure that there is none. */
    OptionalLong tell(String pidFile, OwnSignal signal) throws IOException {
        OptionalLong pid = local.pidFile().keeper(pidFile);
        if (pid.isEmpty()) {
            terminal.out().println("Monit daemon is not running");
            return pid;
        }
        if (pid.getAsLong() == 0) {
            throw new IOException("a daemon keeps " + pidFile + ", but its process id is not in it");
        }
        try {
            local.signals().send(pid.getAsLong(), signal);
            return pid;
        } catch (IOException e) {
            terminal.err().println("Cannot signal the monit daemon process -- " + e.getMessage());
            return OptionalLong.empty();
        }
    }
}
