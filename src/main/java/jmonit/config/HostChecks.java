package jmonit.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.ControlFile;
import jmonit.model.Origin;

/**
 * Looks whether this machine has what a control file speaks of: users, programs, files. It only asks; nothing is written, started or
 * looked up in the network, and nothing is opened that could wait.
 */
public final class HostChecks {

    private final Machine machine;

    public HostChecks(Machine machine) {
        this.machine = requireNonNull(machine, "machine");
    }

    /** What is wrong with what was read at {@code path}. */
    public List<Diagnostic> check(Reading.Result read, String path) {
        ControlFile controlFile = read.controlFile();
        var found = new Found();
        var whole = new Origin(path, 0);
        new ControlFileMode(machine, found).check(read, path);
        new OwnFiles(machine, found).check(controlFile.settings(), whole);
        new Certificates(machine, found).check(controlFile, whole);
        new AccessLists(machine, found).check(controlFile.settings().httpd(), whole);
        new Owners(machine, found).check(controlFile, whole);
        new Programs(machine, found).check(controlFile, whole);
        new Logins(machine, found).check(controlFile.settings(), whole);
        new WatchedFiles(machine, found).check(controlFile);
        return found.all().stream().map(HostChecks::explained).toList();
    }

    /** Each message leads to the page that says how to go without these checks. */
    private static Diagnostic explained(Diagnostic diagnostic) {
        return diagnostic.topic().isEmpty() ? diagnostic.see("host-checks") : diagnostic;
    }
}
