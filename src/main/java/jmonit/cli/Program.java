package jmonit.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import jmonit.catalog.Catalog;
import jmonit.config.ControlFileSearch;
import jmonit.config.Machine;
import jmonit.diagnostic.Suggest;

/** Decides what a command line asks for and does it. */
public final class Program {

    private static final List<String> DAEMON_WORDS = List.of("start", "stop", "restart", "monitor", "unmonitor", "reload", "status", "summary",
            "report", "quit", "validate", "procmatch");
    private static final List<String> OWN_WORDS = List.of("fmt", "help");

    private final String name;
    private final Catalog catalog;
    private final Machine machine;
    private final Terminal terminal;

    /** {@code name} is what the program was called by: as "monit" it answers as Monit does. */
    public Program(String name, Catalog catalog, Machine machine, Terminal terminal) {
        this.name = name;
        this.catalog = catalog;
        this.machine = machine;
        this.terminal = terminal;
    }

    /** The exit code: 0 when all is well, 1 otherwise. */
    public int run(String... arguments) {
        try {
            return dispatch(arguments);
        } catch (Options.Wrong e) {
            terminal.err().println(e.getMessage());
        } catch (IOException e) {
            terminal.err().println("jmonit: " + e.getMessage());
        }
        return 1;
    }

    private int dispatch(String... arguments) throws Options.Wrong, IOException {
        if (arguments.length > 0 && arguments[0].equals("fmt")) {
            return new FormatCommand(catalog, machine, terminal).run(rest(arguments));
        }
        if (arguments.length > 0 && arguments[0].equals("help")) {
            return new HelpCommand(catalog, terminal).run(rest(arguments));
        }
        Invocation invocation = Options.parse(arguments);
        return switch (invocation.mode()) {
            case HELP -> print(Usage.TEXT);
            case VERSION -> print(Version.of(name));
            case HASH -> new HashCommand(machine, terminal).run(invocation.words());
            case TEST -> test(invocation);
            case ID, RESET_ID -> noDaemon("the Monit id");
            case RUN -> run(invocation);
        };
    }

    private static String[] rest(String... arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }

    private int print(String text) {
        terminal.out().print(text);
        return 0;
    }

    private String controlFile(Invocation invocation) throws IOException {
        return invocation.controlFile().isEmpty() ? ControlFileSearch.find(machine) : invocation.controlFile();
    }

    private int test(Invocation invocation) throws IOException {
        return new TestCommand(catalog, machine, terminal).run(controlFile(invocation), invocation);
    }

    private int run(Invocation invocation) throws IOException {
        if (invocation.words().isEmpty()) {
            int read = new TestCommand(catalog, machine, terminal).check(controlFile(invocation), invocation);
            return read == 0 ? noDaemon("running") : read;
        }
        String word = invocation.words().getFirst();
        return DAEMON_WORDS.contains(word) ? noDaemon("\"" + word + "\"") : invalid(word);
    }

    private int noDaemon(String what) {
        terminal.err().println("jmonit: " + what + " needs the daemon, which this version does not have yet; \"jmonit -t\" checks a control file");
        return 1;
    }

    private int invalid(String word) {
        terminal.err().println("Invalid argument -- " + word + "  (-h will show valid arguments)");
        var words = new java.util.ArrayList<>(DAEMON_WORDS);
        words.addAll(OWN_WORDS);
        Suggest.nearest(word, words).ifPresent(near -> terminal.err().println("did you mean \"" + near + "\"?"));
        return 1;
    }
}
