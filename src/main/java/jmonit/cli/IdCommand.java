package jmonit.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jmonit.os.OwnSignal;

/** {@code -i} and {@code -r}: the id of this installation. */
final class IdCommand {

    private final Local local;
    private final DaemonCommand daemon;
    private final Terminal terminal;

    IdCommand(Local local, DaemonCommand daemon, Terminal terminal) {
        this.local = local;
        this.daemon = daemon;
        this.terminal = terminal;
    }

    int show(String idFile) throws IOException {
        Optional<String> id = local.idFile().read(idFile);
        terminal.out().println("Monit ID: " + (id.isPresent() ? id.get() : renewed(idFile)));
        return 0;
    }

    private String renewed(String idFile) throws IOException {
        var fresh = local.idFile().renew(idFile);
        terminal.out().println(fresh);
        return fresh.id();
    }

    int reset(String idFile, String pidFile) throws IOException {
        terminal.out().print("Reset Monit Id? [y/N]> ");
        terminal.out().flush();
        if (confirmed()) {
            renewed(idFile);
            daemon.tell(pidFile, OwnSignal.RELOAD);
        }
        return 0;
    }

    private boolean confirmed() throws IOException {
        String answer = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
        return answer != null && (answer.startsWith("y") || answer.startsWith("Y"));
    }
}
