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

/** {@code fmt}: writes control files in the canonical layout; {@code -} formats the input to the output. */
final class FormatCommand {

    private static final int LARGEST = 16 << 20;

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
        if (files.equals(List.of("-"))) {
            return filter();
        }
        int code = 0;
        for (String file : files.isEmpty() ? List.of(ControlFileSearch.find(machine)) : files) {
            code = Math.max(code, format(file, result.hasMatchedOption("--check")));
        }
        return code;
    }

    private static CommandSpec spec() {
        return CommandSpec.create().name("fmt")
                .addOption(Options.flag("-h", "--help"))
                .addOption(Options.flag("--check"))
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

    private int format(String file, boolean check) throws IOException {
        byte[] before = machine.files().read(file, LARGEST);
        if (Report.of(Reading.of(file, catalog, machine.files(), machine.host().name()).diagnostics()).errors() > 0) {
            terminal.err().println("jmonit: " + file + " is left as it is: it has mistakes, see \"jmonit -t -c " + file + "\"");
            return 1;
        }
        Formatted formatted = formatted(file, before);
        if (formatted instanceof Formatted.Untouched(_, String reason)) {
            terminal.err().println("jmonit: " + file + " is left as it is: " + reason);
            return 1;
        }
        byte[] after = formatted.text().getBytes(StandardCharsets.UTF_8);
        if (java.util.Arrays.equals(before, after)) {
            return 0;
        }
        if (check) {
            terminal.out().println(file);
            return 1;
        }
        machine.files().replace(file, after);
        terminal.err().println("formatted " + file);
        return 0;
    }
}
