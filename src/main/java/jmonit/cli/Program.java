package jmonit.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import jmonit.catalog.Catalog;
import jmonit.cli.Daemon.Purpose;
import jmonit.config.Machine;
import jmonit.diagnostic.Suggest;
import jmonit.os.HomeZone;

/** Decides what a command line asks for and does it. */
public final class Program {

    static final List<String> WORDS = List.of("start", "stop", "restart", "monitor", "unmonitor", "reload", "status", "summary",
            "report", "quit", "validate", "procmatch", "events", "log", "top", "test", "silence", "silences", "unsilence", "ack", "unack",
            "fmt", "help");
    /** They are about the daemon, or about all it watches. */
    private static final Set<String> NAMELESS = Set.of("reload", "quit", "validate", "log", "top", "silences");

    private final Desk desk;
    private final Terminal terminal;
    private final Daemon daemon;

    /** {@code name} is what the program was called by: as "monit" it answers as Monit does. */
    public Program(String name, Supplier<Catalog> catalog, Machine machine, Terminal terminal, Local local, Daemon daemon) {
        this.desk = new Desk(name, catalog, machine, terminal, local);
        this.terminal = terminal;
        this.daemon = daemon;
    }

    /** The exit code: 0 when all is well, 1 otherwise. */
    public int run(String... arguments) {
        try {
            return dispatch(arguments);
        } catch (Options.Wrong e) {
            terminal.err().println(e.getMessage());
        } catch (Refused e) {
            terminal.err().print(e.getMessage().isEmpty() ? "" : e.getMessage() + "\n");
        } catch (IOException e) {
            terminal.err().println("jmonit: " + e.getMessage());
        }
        return 1;
    }

    private int dispatch(String... arguments) throws Options.Wrong, IOException {
        int word = word(arguments);
        if (word < arguments.length && arguments[word].equals("fmt")) {
            return formatting().run(without(word, arguments));
        }
        if (arguments.length > 0 && arguments[0].equals("help")) {
            return new HelpCommand(desk.catalog(), terminal).run(rest(arguments));
        }
        Invocation invocation = Options.parse(arguments);
        return switch (invocation.mode()) {
            case HELP -> print(Usage.TEXT);
            case VERSION -> print(Version.of(desk.name()));
            case HASH -> new HashCommand(desk.machine(), terminal).run(invocation.words());
            case TEST -> test(invocation);
            case ID, RESET_ID -> id(invocation);
            case RUN -> run(invocation);
        };
    }

    /** Where the word stands that may have options of its own: at the beginning, or behind the control file. */
    private static int word(String... arguments) {
        int at = 0;
        while (at < arguments.length && (arguments[at].startsWith("-c") || arguments[at].startsWith("--conf"))) {
            at += arguments[at].equals("-c") || arguments[at].equals("--conf") ? 2 : 1;
        }
        return at;
    }

    private static String[] without(int word, String... arguments) {
        var rest = new ArrayList<>(List.of(arguments));
        rest.remove(word);
        return rest.toArray(String[]::new);
    }

    private static String[] rest(String... arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }

    private int print(String text) {
        terminal.out().print(text);
        return 0;
    }

    private TestCommand checking() {
        return new TestCommand(desk.catalog(), desk.machine(), terminal);
    }

    private int test(Invocation invocation) throws IOException {
        if (!desk.asMonit() && !invocation.words().isEmpty()) {
            throw new Refused("-t checks the file that -c names: jmonit -t -c " + invocation.words().getFirst());
        }
        return checking().run(desk.controlFile(invocation), invocation);
    }

    private FormatCommand formatting() {
        return new FormatCommand(desk.catalog(), desk.machine(), terminal);
    }

    /** Where an option stands before the word. */
    private int format(Invocation invocation) throws Options.Wrong, IOException {
        var arguments = new ArrayList<>(invocation.words().subList(1, invocation.words().size()));
        arguments.addAll(0, List.of("--conf", invocation.controlFile()));
        return formatting().run(arguments.toArray(String[]::new));
    }

    private int run(Invocation invocation) throws Options.Wrong, IOException {
        if (invocation.words().isEmpty()) {
            return start(invocation, new Purpose.Watch());
        }
        // As with Monit, the meaning of the file comes first where more is to be said.
        if (invocation.verbosity() > 0 && checking().checked(desk.controlFile(invocation), invocation).isEmpty()) {
            return 1;
        }
        refuseIdleName(invocation);
        return switch (invocation.word()) {
            case "status", "summary", "report" -> new Views(desk, invocation).run();
            case "start", "stop", "restart", "monitor", "unmonitor" -> new Actions(desk, invocation).run(act -> start(invocation, act));
            case "quit" -> new Orders(desk, invocation).quit();
            case "reload" -> new Orders(desk, invocation).reload();
            case "validate" -> new Orders(desk, invocation).validate(() -> start(invocation, new Purpose.Validate()));
            case "procmatch" -> new MatchCommand(desk.local(), terminal).run(invocation.words().subList(1, invocation.words().size()));
            case "events" -> new EventsCommand(desk, invocation, HomeZone.id()).run();
            case "silence" -> silences(invocation).silence();
            case "silences" -> silences(invocation).list();
            case "unsilence" -> silences(invocation).end();
            case "ack" -> new AcknowledgeCommand(desk, invocation).acknowledge();
            case "unack" -> new AcknowledgeCommand(desk, invocation).disown();
            case "log" -> new LogCommand(desk, invocation).run();
            case "top" -> new TopCommand(desk, invocation).run();
            case "test" -> testAlert(invocation);
            case "fmt" -> format(invocation);
            case "help" -> new HelpCommand(desk.catalog(), terminal).run(invocation.words().subList(1, invocation.words().size()).toArray(String[]::new));
            case "__complete" -> new CompleteCommand(desk, invocation).run();
            default -> invalid(invocation.words().getFirst());
        };
    }

    /** What is named must not be left out in silence; Monit does. */
    private void refuseIdleName(Invocation invocation) throws Refused {
        if (!desk.asMonit() && NAMELESS.contains(invocation.word()) && invocation.words().size() > 1) {
            throw new Refused(invocation.word() + " takes no name, and \"" + invocation.argument() + "\" is one");
        }
    }

    private SilenceCommand silences(Invocation invocation) {
        return new SilenceCommand(desk, invocation, Clock.system(HomeZone.id()));
    }

    private int testAlert(Invocation invocation) throws IOException {
        List<String> words = invocation.words();
        if (words.size() < 2 || !words.get(1).equals("alert")) {
            terminal.err().println("Invalid syntax - usage: test alert [<name>]");
            return 1;
        }
        return start(invocation, new Purpose.TestAlert(words.subList(2, words.size())));
    }

    private int start(Invocation invocation, Purpose purpose) throws IOException {
        String path = desk.controlFile(invocation);
        var controlFile = checking().checked(path, invocation);
        return controlFile.isEmpty() ? 1 : daemon.run(controlFile.get(), desk.places(path, controlFile.get()),
                new Daemon.Manner(invocation.overrides(), invocation.verbosity(), purpose));
    }

    private int id(Invocation invocation) throws IOException {
        String path = desk.controlFile(invocation);
        var places = desk.places(path, desk.understood(path, invocation));
        var command = new IdCommand(desk.local(), new DaemonCommand(desk.name(), desk.local(), terminal), terminal);
        return invocation.mode() == Invocation.Mode.ID ? command.show(places.idFile()) : command.reset(places.idFile(), places.pidFile());
    }

    private int invalid(String word) {
        terminal.err().println("Invalid argument -- " + word + "  (-h will show valid arguments)");
        Suggest.nearest(word, WORDS).ifPresent(near -> terminal.err().println("did you mean \"" + near + "\"?"));
        return 1;
    }
}
