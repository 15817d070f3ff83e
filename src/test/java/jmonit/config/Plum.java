package jmonit.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import jmonit.BuiltIn;
import jmonit.diagnostic.Format;
import jmonit.diagnostic.Printer;
import jmonit.diagnostic.Report;
import jmonit.model.ControlFile;
import jmonit.os.Account;
import jmonit.os.FakeAccounts;
import jmonit.os.FakeFiles;
import jmonit.os.Group;

/** A machine called plum on which tests read control files, with the accounts every Debian has and the files a test puts there. */
final class Plum {

    private static final int SHOWN = 20;

    private final FakeFiles files = new FakeFiles();
    private final FakeAccounts accounts = new FakeAccounts()
            .with(new Account("root", 0, 0, "/root")).with(new Account("daemon", 1, 1, "/usr/sbin"))
            .with(new Account("www-data", 33, 33, "/var/www")).with(new Group("root", 0)).with(new Group("daemon", 1))
            .with(new Group("www-data", 33));

    FakeFiles files() {
        return files;
    }

    Plum file(String path, String text) {
        files.file(path, text);
        return this;
    }

    /** A copy of all that stands in a folder of the resources, under another name. */
    Plum folder(Path source, String name) throws IOException {
        try (Stream<Path> tree = Files.walk(source)) {
            tree.forEach(p -> copy(p, name + "/" + source.relativize(p)));
        }
        return this;
    }

    private void copy(Path source, String path) {
        try {
            if (Files.isDirectory(source)) {
                files.directory(path.replaceAll("/$", ""));
            } else {
                files.file(path, Files.readString(source));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reading.Result read(String path) {
        return Reading.of(path, BuiltIn.CATALOG, files, "plum");
    }

    /** A control file of this text alone. */
    static Reading.Result read(String path, String text) {
        return new Plum().file(path, text).read(path);
    }

    /** What was understood, as -tv shows it. */
    String meaning(ControlFile controlFile, String path) throws IOException {
        var out = new StringBuilder();
        var places = new Places(path, "/run/jmonit.pid", "/root/.jmonit.id", "/root/.jmonit.state");
        new Meaning(BuiltIn.CATALOG, files, accounts, places).print(controlFile, out);
        return out.toString();
    }

    /** What is wrong with it, as an operator sees it. */
    static String complaints(Reading.Result result) {
        var out = new StringBuilder();
        try {
            new Printer(Format.TEXT, false, SHOWN).print(Report.of(result.diagnostics()), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
