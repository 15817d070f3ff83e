package jmonit.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

import jmonit.catalog.Catalog;
import jmonit.config.ControlFileSearch;
import jmonit.config.Machine;
import jmonit.config.Places;
import jmonit.model.ControlFile;

/**
 * What every command is done with.
 *
 * @param words the catalog, which few commands need and which takes its time
 */
record Desk(String name, Supplier<Catalog> words, Machine machine, Terminal terminal, Local local) {

    Catalog catalog() {
        return words.get();
    }

    /** Whether we stand in for Monit, whose scripts want nothing more than Monit says. */
    boolean asMonit() {
        return name.equals("monit");
    }

    /** The path of the control file, whether or not it can be read. */
    String controlFile(Invocation invocation) throws IOException {
        return invocation.controlFile().isEmpty() ? ControlFileSearch.find(machine) : invocation.controlFile();
    }

    /** What the control file says; where it has mistakes they have been told. */
    ControlFile understood(String path, Invocation invocation) throws IOException {
        Optional<ControlFile> controlFile = new TestCommand(catalog(), machine, terminal).understood(path, invocation);
        return controlFile.orElseThrow(Refused::silently);
    }

    Places places(String path) {
        return Places.of(path, machine.host(), machine.accounts());
    }

    Places places(String path, ControlFile controlFile) {
        return places(path).with(controlFile.settings().files());
    }
}
