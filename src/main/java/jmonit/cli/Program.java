package jmonit.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import jmonit.catalog.Catalog;
import jmonit.config.ControlFileSearch;
import jmonit.config.Machine;
import jmonit.config.Places;
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
    private final Local local;
    private final Daemon daemon;

    /** {@code name} is what the program was called by: as "monit" it answers as Monit does. */
    public Program(String name, Catalog catalog, Machine machine, Terminal terminal, Local local, Daemon daemon) {
        this.name = name;
        this.catalog = catalog;
        this.machine = machine;
        this.terminal = terminal;
        this.local = local;
        this.daemon = daemon;
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
            case ID, RESET_ID -> id(invocation);
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
            return start(controlFile(invocation), invocation, false);
        }
        String word = invocation.words().getFirst();
        return switch (word) {
            case "quit" -> withPlaces(invocation, places -> tell().quit(places.pidFile()));
            case "reload" -> withPlaces(invocation, places -> tell().reload(places.pidFile()));
            case "validate" -> validate(controlFile(invocation), invocation);
            case "procmatch" -> new MatchCommand(local, terminal).run(invocation.words().subList(1, invocation.words().size()));
            default -> DAEMON_WORDS.contains(word) ? noDaemon("\"" + word + "\"") : invalid(word);
        };
    }

    private int start(String path, Invocation invocation, boolean validating) throws IOException {
        var controlFile = new TestCommand(catalog, machine, terminal).checked(path, invocation);
        return controlFile.isEmpty() ? 1 : daemon.run(controlFile.get(), places(path).with(controlFile.get().settings().files()),
                new Daemon.Manner(invocation.overrides(), invocation.verbosity(), validating));
    }

    /** A daemon that runs does it; two that act on the same services would be in each other's way. */
    private int validate(String path, Invocation invocation) throws IOException {
        var controlFile = new TestCommand(catalog, machine, terminal).understood(path, invocation);
        if (controlFile.isEmpty()) {
            return 1;
        }
        String pidFile = places(path).with(controlFile.get().settings().files()).pidFile();
        return local.pidFile().keeper(pidFile).isPresent() ? tell().wake(pidFile) : start(path, invocation, true);
    }

    private Places places(String path) {
        return Places.of(path, machine.host(), machine.accounts());
    }

    private int id(Invocation invocation) throws IOException {
        var command = new IdCommand(local, tell(), terminal);
        return withPlaces(invocation, places -> invocation.mode() == Invocation.Mode.ID
                ? command.show(places.idFile()) : command.reset(places.idFile(), places.pidFile()));
    }

    private DaemonCommand tell() {
        return new DaemonCommand(name, local, terminal);
    }

    /** A command for a daemon whose files are where the control file says. */
    private interface PlacedCommand {

        int run(Places places) throws IOException;
    }

    private int withPlaces(Invocation invocation, PlacedCommand command) throws IOException {
        String path = controlFile(invocation);
        var controlFile = new TestCommand(catalog, machine, terminal).understood(path, invocation);
        return controlFile.isEmpty() ? 1 : command.run(places(path).with(controlFile.get().settings().files()));
    }

    private int noDaemon(String what) {
        terminal.err().println("jmonit: " + what + " needs the daemon's web interface (set httpd), which is not part of this version yet;"
                + " the daemon tells in its log what it sees and does");
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
