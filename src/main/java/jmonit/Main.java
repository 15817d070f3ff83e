package jmonit;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import jmonit.cli.Program;
import jmonit.cli.Terminal;
import jmonit.config.Machine;
import jmonit.os.live.LiveAccounts;
import jmonit.os.live.LiveFiles;
import jmonit.os.live.LiveHost;

/** Where the program starts: puts the parts together and hands over the command line. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        try (var out = stream(FileDescriptor.out); var err = stream(FileDescriptor.err)) {
            int code = new Program(System.getProperty("jmonit.name", "jmonit"), BuiltIn.CATALOG, machine(), terminal(out, err)).run(arguments);
            out.flush();
            err.flush();
            if (code != 0) {
                System.exit(code);
            }
        }
    }

    private static Machine machine() {
        var accounts = new LiveAccounts();
        return new Machine(new LiveFiles(), accounts, new LiveHost(accounts));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 15), false, StandardCharsets.UTF_8);
    }

    /** The launcher knows which outputs are terminals: {@code jmonit.terminal} names them, as in "out,err". */
    private static Terminal terminal(PrintStream out, PrintStream err) {
        String terminals = System.getProperty("jmonit.terminal", "");
        String noColour = System.getenv().getOrDefault("NO_COLOR", "");
        return new Terminal(System.in, out, err, terminals.contains("out"), terminals.contains("err") && noColour.isEmpty());
    }
}
