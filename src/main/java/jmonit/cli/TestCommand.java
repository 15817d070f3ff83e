package jmonit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

import jmonit.catalog.Catalog;
import jmonit.config.Consistency;
import jmonit.config.HostChecks;
import jmonit.config.Machine;
import jmonit.config.Meaning;
import jmonit.config.Places;
import jmonit.config.Reading;
import jmonit.diagnostic.Format;
import jmonit.diagnostic.Printer;
import jmonit.diagnostic.Report;
import jmonit.model.ControlFile;

/** {@code -t}: reads the control file, says what is wrong with it and, if asked, what was understood. */
final class TestCommand {

    private static final int SHOWN = 20;

    private final Catalog catalog;
    private final Machine machine;
    private final Terminal terminal;

    TestCommand(Catalog catalog, Machine machine, Terminal terminal) {
        this.catalog = catalog;
        this.machine = machine;
        this.terminal = terminal;
    }

    /** What reading found, ready to be told. */
    private record Checked(Reading.Result result, Report report) {
    }

    int run(String path, Invocation invocation) throws IOException {
        Checked checked = read(path, invocation);
        tell(checked.report(), invocation);
        if (checked.report().errors() > 0) {
            return 1;
        }
        if (invocation.checking().format() != Format.JSON) {
            success(path, checked, invocation);
        }
        return 0;
    }

    /** Reads and checks it for a program that is to run by it; empty when something stands in the way. */
    Optional<ControlFile> checked(String path, Invocation invocation) throws IOException {
        Checked checked = read(path, invocation);
        Optional<ControlFile> controlFile = told(checked, invocation);
        if (controlFile.isPresent() && invocation.verbosity() > 0) {
            var text = new StringBuilder();
            meaning(path, checked, text);
            terminal.out().print(text);
            terminal.out().flush();
        }
        return controlFile;
    }

    /** Reads it for a command that needs to know where the daemon keeps its files. Its warnings have been told elsewhere. */
    Optional<ControlFile> understood(String path, Invocation invocation) throws IOException {
        Reading.Result result = Reading.of(path, catalog, machine.files(), machine.host().name(), invocation.overrides());
        Report report = Report.of(result.diagnostics());
        return report.errors() == 0 ? Optional.of(result.controlFile()) : told(new Checked(result, report), invocation);
    }

    /** Reads it for what is only nice to know; empty, and silent, when it has mistakes. */
    Optional<ControlFile> readable(String path, Invocation invocation) {
        Reading.Result result = Reading.of(path, catalog, machine.files(), machine.host().name(), invocation.overrides());
        return Report.of(result.diagnostics()).errors() == 0 ? Optional.of(result.controlFile()) : Optional.empty();
    }

    private Optional<ControlFile> told(Checked checked, Invocation invocation) throws IOException {
        tell(checked.report(), invocation);
        return checked.report().errors() > 0 ? Optional.empty() : Optional.of(checked.result().controlFile());
    }

    private Checked read(String path, Invocation invocation) {
        Reading.Result result = Reading.of(path, catalog, machine.files(), machine.host().name(), invocation.overrides());
        var found = new ArrayList<>(result.diagnostics());
        boolean readable = Report.of(found).errors() == 0;
        if (readable) {
            found.addAll(Consistency.check(result.controlFile(), path));
        }
        // What could not be read cannot be held against the machine.
        if (readable && invocation.checking().host()) {
            found.addAll(new HostChecks(machine).check(result, path));
        }
        Report report = Report.of(found);
        return new Checked(result, invocation.checking().strict() ? report.strict() : report);
    }

    private void tell(Report report, Invocation invocation) throws IOException {
        var text = new StringBuilder();
        boolean json = invocation.checking().format() == Format.JSON;
        new Printer(invocation.checking().format(), terminal.colour() && !json, invocation.checking().all() ? Integer.MAX_VALUE : SHOWN)
                .print(report, text);
        (json ? terminal.out() : terminal.err()).print(text);
        terminal.err().flush();
    }

    private void success(String path, Checked checked, Invocation invocation) throws IOException {
        var text = new StringBuilder();
        if (invocation.verbosity() > 0) {
            meaning(path, checked, text);
        }
        if (invocation.verbosity() > 0 || terminal.interactive()) {
            text.insert(0, summary(path, checked) + "\n");
        }
        terminal.out().print(text.append("Control file syntax OK\n"));
    }

    private void meaning(String path, Checked checked, StringBuilder text) throws IOException {
        new Meaning(catalog, machine.files(), machine.accounts(), Places.of(path, machine.host(), machine.accounts()))
                .print(checked.result().controlFile(), text);
    }

    private static String summary(String path, Checked checked) {
        ControlFile controlFile = checked.result().controlFile();
        int rules = controlFile.services().stream().mapToInt(s -> s.rules().size()).sum();
        int warnings = checked.report().warnings();
        return path + ": " + count(controlFile.services().size(), "service") + ", " + count(rules, "rule") + ", "
                + count(checked.result().files().size(), "file") + "; " + (warnings == 0 ? "no problems" : count(warnings, "warning"));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
