package jmonit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

import jmonit.catalog.Catalog;
import jmonit.config.ControlFileSearch;
import jmonit.config.Formatted;
import jmonit.config.Formatter;
import jmonit.config.Machine;
import jmonit.config.Reading;
import jmonit.diagnostic.Report;
import jmonit.diagnostic.Source;

/** {@code fmt}: prints control files in the canonical layout, and rewrites those that it is told to; {@code -} is the input. */
final class FormatCommand {

    private static final int LARGEST = 16 << 20;
    private static final String INPUT = "-";

    /** What becomes of the layout. */
    private enum Use {
        PRINT, WRITE, CHECK
    }

    private final Catalog catalog;
    private final Machine machine;
    private final Terminal terminal;

    FormatCommand(Catalog catalog, Machine machine, Terminal terminal) {
        this.catalog = catalog;
        this.machine = machine;
        this.terminal = terminal;
    }

    int run(String... arguments) throws Options.Wrong, IOException {
        ParseResult result = Options.result(spec(), arguments);
        if (result.hasMatchedOption("-h")) {
            terminal.out().print(Usage.FMT);
            return 0;
        }
        List<String> files = result.matchedPositionalValue(0, List.of());
        Use use = use(result, files);
        if (files.equals(List.of(INPUT))) {
            return filter();
        }
        int code = 0;
        for (String file : files.isEmpty() ? List.of(found(result)) : files) {
            code = Math.max(code, format(file, use));
        }
        return code;
    }

    /** A control file that nobody named is not changed: it may be the one the daemon of the machine runs on. */
    private static Use use(ParseResult result, List<String> files) throws Options.Wrong {
        if (!result.hasMatchedOption("-w")) {
            return result.hasMatchedOption("--check") ? Use.CHECK : Use.PRINT;
        }
        if (files.isEmpty() || files.contains(INPUT) || result.hasMatchedOption("--check")) {
            throw new Options.Wrong("fmt --write wants the files that it shall rewrite, as in: jmonit fmt -w /etc/monitrc");
        }
        return Use.WRITE;
    }

    private String found(ParseResult result) throws IOException {
        String named = Options.text(result, "-c");
        return named.isEmpty() ? ControlFileSearch.find(machine) : named;
    }

    private static CommandSpec spec() {
        return CommandSpec.create().name("fmt")
                .addOption(Options.flag("-h", "--help"))
                .addOption(Options.flag("-w", "--write"))
                .addOption(Options.flag("--check"))
                .addOption(Options.value("-c", "--conf"))
                .addPositional(PositionalParamSpec.builder().index("0..*").arity("0..*").type(List.class).auxiliaryTypes(String.class).build());
    }

    private int filter() throws IOException {
        byte[] bytes = terminal.in().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new IOException("the input is larger than " + (LARGEST >> 20) + " MiB");
        }
        terminal.out().print(text(formatted("(input)", bytes)));
        return 0;
    }

    /** Text that is not UTF-8 would not survive, so it is refused. */
    private Formatted formatted(String name, byte[] bytes) throws IOException {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (!java.util.Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new IOException(name + " is not UTF-8: left as it is");
        }
        return new Formatter(catalog).format(new Source(name, text, List.of()));
    }

    private static String text(Formatted formatted) throws IOException {
        return switch (formatted) {
            case Formatted.Ordered(String text) -> text;
            case Formatted.Untouched(_, String reason) -> throw new IOException("left as it is: " + reason);
        };
    }

    private int format(String file, Use use) throws IOException {
        byte[] before = machine.files().read(file, LARGEST);
        if (Report.of(Reading.of(file, catalog, machine.files(), machine.host().name()).diagnostics()).errors() > 0) {
            return left(file, "it has mistakes, see \"jmonit -t -c " + file + "\"");
        }
        return switch (formatted(file, before)) {
            case Formatted.Untouched(_, String reason) -> left(file, reason);
            case Formatted.Ordered(String text) -> used(file, new String(before, StandardCharsets.UTF_8).equals(text), text, use);
        };
    }

    private int left(String file, String reason) {
        terminal.err().println("jmonit: " + file + " is left as it is: " + reason);
        return 1;
    }

    private int used(String file, boolean same, String text, Use use) throws IOException {
        return switch (use) {
            case PRINT -> {
                terminal.out().print(text);
                yield 0;
            }
            case CHECK -> {
                if (!same) {
                    terminal.out().println(file);
                }
                yield same ? 0 : 1;
            }
            case WRITE -> {
                if (!same) {
                    machine.files().replace(file, text.getBytes(StandardCharsets.UTF_8));
                    terminal.err().println("formatted " + file);
                }
                yield 0;
            }
        };
    }
}
