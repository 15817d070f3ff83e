package jmonit.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

import jmonit.cli.link.Patience;
import jmonit.json.Json;
import jmonit.json.JsonWriter;
import jmonit.model.ControlFile;

/** {@code reload}, {@code quit} and, beside a daemon, {@code validate}: over a connection where there is one, else by a signal. */
final class Orders {

    private static final Duration RELOAD = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(60);
    /** An action that is under way is given half a minute to end. */
    private static final Duration END = Duration.ofSeconds(45);
    private static final Duration STEP = Duration.ofMillis(50);

    private final Desk desk;
    private final Invocation invocation;

    /** The daemon as a whole, without a connection to it: validates by itself. */
    interface OnePass {

        int run() throws IOException;
    }

    Orders(Desk desk, Invocation invocation) {
        this.desk = desk;
        this.invocation = invocation;
    }

    int reload() throws IOException {
        Optional<Peer> found = direct();
        if (found.isEmpty()) {
            return signals().reload(pidFile());
        }
        try (Peer peer = found.get()) {
            desk.terminal().out().println("Reinitializing " + desk.name() + " daemon");
            return told(peer, "reload", RELOAD);
        }
    }

    int quit() throws IOException {
        Optional<Peer> found = direct();
        if (found.isEmpty()) {
            return quitBySignal(pidFile());
        }
        OptionalLong pid = keeper();
        try (Peer peer = found.get()) {
            int code = told(peer, "quit", Duration.ZERO);
            return code == 0 ? gone(peer, pid) : code;
        }
    }

    /** Where nobody is to be asked by an address of the command line: that one is asked in any case. */
    private Optional<Peer> direct() throws IOException {
        var doors = new Doors(desk, invocation);
        return invocation.asking().url().isEmpty() ? doors.control(desk.controlFile(invocation)) : Optional.of(doors.open());
    }

    private int gone(Peer peer, OptionalLong pid) throws IOException {
        boolean far = !invocation.asking().url().isEmpty();
        if (!far && !passed(() -> new Doors(desk, invocation).control(desk.controlFile(invocation)).map(Orders::closed).isEmpty())) {
            throw stillThere("at " + peer.shown());
        }
        desk.terminal().out().println(pid.isPresent() ? DaemonCommand.killed(pid.getAsLong()) : "The daemon at " + peer.shown() + " ends");
        return 0;
    }

    private static boolean closed(Peer peer) {
        peer.close();
        return true;
    }

    /** A signal brings no answer; jmonit waits until the pidfile is free again, Monit does not. */
    private int quitBySignal(String pidFile) throws IOException {
        boolean told = signals().quit(pidFile).isPresent();
        if (told && !desk.asMonit() && !passed(() -> desk.local().pidFile().keeper(pidFile).isEmpty())) {
            throw stillThere("that keeps " + pidFile);
        }
        return 0;
    }

    private static IOException stillThere(String which) {
        return new IOException("the daemon " + which + " was told to end, and " + END.toSeconds() + " seconds later still runs");
    }

    /** What comes true in a while. */
    private interface Hope {

        boolean fulfilled() throws IOException;
    }

    private boolean passed(Hope hope) throws IOException {
        var ticker = desk.local().outside().ticker();
        Duration until = ticker.elapsed().plus(END);
        try {
            while (!hope.fulfilled()) {
                if (ticker.elapsed().compareTo(until) > 0) {
                    return false;
                }
                ticker.pause(STEP);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The exit code says whether anything is wrong; Monit's says so in any case. */
    int validate(OnePass alone) throws IOException {
        String path = desk.controlFile(invocation);
        Optional<Peer> found = direct();
        if (found.isPresent()) {
            try (Peer peer = found.get()) {
                return looked(peer);
            }
        }
        ControlFile controlFile = desk.understood(path, invocation);
        String pidFile = desk.places(path, controlFile).pidFile();
        return desk.local().pidFile().keeper(pidFile).isPresent() ? woken(pidFile, controlFile) : alone.run();
    }

    private int looked(Peer peer) throws IOException {
        OptionalLong pid = keeper();
        int code = told(peer, "validate", LOOK);
        if (code != 0) {
            return code;
        }
        desk.terminal().out().println(pid.isPresent() ? DaemonCommand.awakened(pid.getAsLong())
                : "The daemon at " + peer.shown() + " awakened");
        new Views(desk, invocation).show(peer, "status", "");
        return desk.asMonit() || down(peer) ? 1 : 0;
    }

    private static boolean down(Peer peer) throws IOException {
        Json counts = peer.read(peer.get("/services", java.util.List.of())).at("counts");
        return counts.at("down").whole().filter(n -> n == 0).isEmpty();
    }

    private int woken(String pidFile, ControlFile controlFile) throws IOException {
        int code = signals().wake(pidFile);
        if (code != 0 || !controlFile.settings().httpd().on()) {
            desk.terminal().out().println("What it finds is in its log");
            return code;
        }
        try (Peer peer = new Doors(desk, invocation).open()) {
            new Views(desk, invocation).show(peer, "status", "");
        }
        return desk.asMonit() ? 1 : code;
    }

    private int told(Peer peer, String action, Duration wait) throws IOException {
        peer.demandJmonit(action);
        String order = new JsonWriter(64).object().field("action", action).field("wait", wait.toSeconds()).end().toString();
        try (var progress = new Progress(desk.terminal(), action + " goes on")) {
            Json answer = peer.read(peer.post("/daemon", order, Patience.of(wait, progress::step)));
            progress.close();
            if (!answer.at("state").text().orElse("").equals("failed")) {
                return 0;
            }
            desk.terminal().err().println(Peer.plain(answer.at("reason").text().orElse(action + " failed")));
            return 1;
        }
    }

    private DaemonCommand signals() {
        return new DaemonCommand(desk.name(), desk.local(), desk.terminal());
    }

    private String pidFile() throws IOException {
        String path = desk.controlFile(invocation);
        return desk.places(path, desk.understood(path, invocation)).pidFile();
    }

    /** The process behind the socket, where the control file can still be read: only for what is printed. */
    private OptionalLong keeper() throws IOException {
        if (!invocation.asking().url().isEmpty()) {
            return OptionalLong.empty();
        }
        String path = desk.controlFile(invocation);
        Optional<ControlFile> readable = new TestCommand(desk.catalog(), desk.machine(), desk.terminal()).readable(path, invocation);
        return readable.isEmpty() ? OptionalLong.empty() : desk.local().pidFile().keeper(desk.places(path, readable.get()).pidFile());
    }
}
