package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

import jmonit.BuiltIn;
import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Format;
import jmonit.diagnostic.Printer;
import jmonit.diagnostic.Report;
import jmonit.os.Account;
import jmonit.os.FakeAccounts;
import jmonit.os.FakeFiles;
import jmonit.os.FakeHost;
import jmonit.os.FileFacts;
import jmonit.os.FileFacts.Kind;
import jmonit.os.Group;

/** A machine with a few files and users, what is said of a control file on it, and the only code that knows how to ask. */
final class SomeMachine {

    static final String PATH = "/etc/monitrc";

    private final FakeFiles files = new FakeFiles().directory("/").directory("/etc").directory("/var");
    private final FakeAccounts accounts = new FakeAccounts().with(new Account("root", 0, 0, "/root")).with(new Account("web", 33, 33, "/srv"))
            .with(new Group("root", 0)).with(new Group("web", 33));
    private FakeHost host = FakeHost.plum();
    private int mode = 0600;
    private long owner;

    SomeMachine of(String user, long uid) {
        host = new FakeHost("plum", uid, user, "/srv", "/");
        owner = uid;
        return this;
    }

    SomeMachine mode(int bits) {
        mode = bits;
        return this;
    }

    SomeMachine owner(long uid) {
        owner = uid;
        return this;
    }

    SomeMachine file(String path, String content) {
        files.file(path, content);
        return this;
    }

    SomeMachine with(String path, Kind kind, int bits, long uid) {
        files.with(path, facts(kind, bits, uid));
        return this;
    }

    private static FileFacts facts(Kind kind, int bits, long uid) {
        return new FileFacts(kind, bits, uid, 0, 0, 1, 99, false);
    }

    /** The headlines of the machine's checks. */
    String says(String text) {
        return printed(text, Format.SHORT, this::hostChecks);
    }

    /** The same in full. */
    String explains(String text) {
        return printed(text, Format.TEXT, this::hostChecks);
    }

    /** What does not fit together, whatever the machine, in full. */
    String finds(String text) {
        return printed(text, Format.TEXT, result -> Consistency.check(result.controlFile(), PATH));
    }

    private List<Diagnostic> hostChecks(Reading.Result result) {
        return new HostChecks(new Machine(files, accounts, host)).check(result, PATH);
    }

    private String printed(String text, Format format, Function<Reading.Result, List<Diagnostic>> checks) {
        files.file(PATH, text).with(PATH, facts(Kind.FILE, mode, owner));
        var result = Reading.of(PATH, BuiltIn.CATALOG, files, host.name());
        assertEquals(0, Report.of(result.diagnostics()).errors(), () -> "the text itself is wrong: " + result.diagnostics());
        var out = new StringBuilder();
        try {
            new Printer(format, false, 100).print(Report.of(checks.apply(result)), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
