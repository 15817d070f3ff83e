package jmonit;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jmonit.cli.Daemon;
import jmonit.cli.Local;
import jmonit.cli.Outside;
import jmonit.cli.Program;
import jmonit.cli.Terminal;
import jmonit.cli.Version;
import jmonit.config.Machine;
import jmonit.daemon.Life;
import jmonit.os.Dialer;
import jmonit.os.Files;
import jmonit.os.live.LiveAccounts;
import jmonit.os.live.LiveBackground;
import jmonit.os.live.LiveDialer;
import jmonit.os.live.LiveFiles;
import jmonit.os.live.LiveHost;
import jmonit.os.live.LiveIdFile;
import jmonit.os.live.LiveOwnSignals;
import jmonit.os.live.LivePidFile;
import jmonit.os.live.LiveProcessNames;
import jmonit.os.live.LiveTicker;
import jmonit.os.live.PatientFiles;

/** Where the program starts: puts the parts together and hands over the command line. */
public final class Main {

    /** How long a disk may take to answer when a control file is read. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Main() {
    }

    public static void main(String[] arguments) {
        LogProvider.choose();
        int code = run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The exit code. */
    static int run(String... arguments) {
        var output = new Output(new FileOutputStream(FileDescriptor.out));
        var out = stream(output);
        var err = stream(new FileOutputStream(FileDescriptor.err));
        int code = program(terminal(out, err)).run(arguments);
        out.flush();
        boolean lost = !daemon() && !output.failure().isEmpty();
        if (lost) {
            err.println("jmonit: cannot write what was asked for -- " + output.failure());
        }
        err.flush();
        return lost ? 1 : code;
    }

    /** A daemon lives on though nobody reads what it prints. */
    private static boolean daemon() {
        return System.getProperty("jmonit.launcher") != null;
    }

    private static Program program(Terminal terminal) {
        String name = System.getProperty("jmonit.name", "jmonit");
        return new Program(name, () -> BuiltIn.CATALOG, machine(), terminal, local(terminal), running(name, terminal));
    }

    private static Daemon running(String called, Terminal terminal) {
        return (controlFile, places, manner) -> {
            Local local = local(terminal);
            var ports = new Life.Ports(local.pidFile(), local.idFile(), local.signals(), new LiveBackground(Long.getLong("jmonit.launcher", 0)));
            var name = new Wiring.Name(called, Version.number());
            return new Running(name.program(), terminal, ports, new Wiring(machine(), name)).run(controlFile, places, manner);
        };
    }

    private static Local local(Terminal terminal) {
        return new Local(new LivePidFile(), new LiveIdFile(), new LiveOwnSignals(), new LiveProcessNames(), outside(terminal));
    }

    private static Outside outside(Terminal terminal) {
        // Keys must not wait in a buffer.
        var in = new FileInputStream(FileDescriptor.in);
        var keyboard = new TerminalKeyboard(in, terminal.out(), terminal.err(), terminals().contains("in"));
        return new Outside((endpoint, patience) -> Line.DIALER.dial(endpoint, patience), new LiveTicker(), System.getenv(), keyboard);
    }

    /** Made when it is first used: what it has to say about TLS before takes a quick command half of its time. */
    private static final class Line {

        private static final Dialer DIALER = LiveDialer.enduring();
    }

    private static Machine machine() {
        var accounts = new LiveAccounts();
        return new Machine(files(), accounts, new LiveHost(accounts));
    }

    /** A disk that hangs must not hang the daemon; a command may be interrupted, and asks thousands of times in no time. */
    private static Files files() {
        return daemon() ? new PatientFiles(new LiveFiles(), PATIENCE) : new LiveFiles();
    }

    private static PrintStream stream(OutputStream to) {
        return new PrintStream(new BufferedOutputStream(to, 1 << 13), false, StandardCharsets.UTF_8);
    }

    /** The launcher knows what of input and outputs is a terminal: {@code jmonit.terminal} names them, as in "in,out,err". */
    private static Terminal terminal(PrintStream out, PrintStream err) {
        String terminals = terminals();
        String noColour = System.getenv().getOrDefault("NO_COLOR", "");
        return new Terminal(System.in, out, err, terminals.contains("out"), terminals.contains("err") && noColour.isEmpty());
    }

    private static String terminals() {
        return System.getProperty("jmonit.terminal", "");
    }
}
