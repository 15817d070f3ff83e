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

    /** The process that was told to end, and does so some time later. */
    OptionalLong quit(String pidFile) throws IOException {
        OptionalLong pid = tell(pidFile, OwnSignal.STOP);
        pid.ifPresent(p -> terminal.out().println(killed(p)));
        return pid;
    }

    int reload(String pidFile) throws IOException {
        terminal.out().println("Reinitializing " + name + " daemon");
        tell(pidFile, OwnSignal.RELOAD);
        return 0;
    }

    int wake(String pidFile) throws IOException {
        OptionalLong pid = tell(pidFile, OwnSignal.WAKE);
        pid.ifPresent(p -> terminal.out().println(awakened(p)));
        return pid.isPresent() ? 0 : 1;
    }

    static String killed(long pid) {
        return "Monit daemon with pid [" + pid + "] killed";
    }

    static String awakened(long pid) {
        return "Monit daemon with PID " + pid + " awakened";
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
