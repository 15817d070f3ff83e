package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import jmonit.BuiltIn;
import jmonit.catalog.Catalog;
import jmonit.catalog.Look;
import jmonit.config.Reading;
import jmonit.diagnostic.Diagnostic;
import jmonit.model.Answer;
import jmonit.model.Trace;
import jmonit.os.FakeFiles;
import jmonit.os.FakePinger;
import jmonit.os.live.LiveDialer;
import jmonit.service.Connections;

/** What comes out of one connection test, written as in a control file: {@code Verdict.ours("port 6379 protocol redis")}. */
public final class Verdict {

    static final String GOOD = "";

    private static final Path MONIT = Path.of("/usr/bin/monit");
    private static final Pattern REASON = Pattern.compile("failed protocol test \\[[^]]*] at (?:.*?] )?-- (.*)|failed protocol test \\[[^]]*] at (.*)");

    private Verdict() {
    }

    /** The reason of a failure without its place, or {@link #GOOD}. */
    public static String ours(String test) throws InterruptedException {
        return ours(BuiltIn.CATALOG, test);
    }

    static String ours(Catalog catalog, String test) throws InterruptedException {
        return switch (answer(catalog, test)) {
            case Answer.Failed(String because) -> reason(because);
            default -> GOOD;
        };
    }

    static Answer answer(Catalog catalog, String test) throws InterruptedException {
        try (var dialer = new LiveDialer()) {
            var pinger = new FakePinger(Map.of("127.0.0.1", Duration.ofMillis(1)));
            return new Connections(dialer, pinger, catalog).ask(look(catalog, test)).get(0);
        }
    }

    /** At a service with this test. */
    static Look look(Catalog catalog, String test) {
        var read = Reading.of("monitrc", catalog, new FakeFiles().file("monitrc", service(test)), "plum");
        assertEquals(List.of(), read.diagnostics().stream().map(Diagnostic::message).toList());
        var file = read.controlFile().settled();
        return new Look(file.services().getFirst(), file.settings().limits(), Trace.NONE, InstantSource.system().instant());
    }

    private static String service(String test) {
        var head = test.startsWith("unix") ? "check process x matching nothing" : "check host x with address 127.0.0.1";
        return head + "\n    if failed " + test + " then alert\n";
    }

    private static String reason(String line) {
        var found = REASON.matcher(line);
        return found.find() ? line.substring(found.start(1) < 0 ? found.start(2) : found.start(1)) : line;
    }

    /** The same of the real Monit, in one pass over a control file of its own. The test is skipped where there is no Monit. */
    static String monit(Path folder, String test) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(MONIT), "no " + MONIT + " to compare with");
        assumeTrue(Files.isReadable(Path.of("/etc/shadow")), "the real monit reads a control file of root: run as root");
        var own = Files.createTempDirectory(folder, "monit");
        var file = Files.writeString(own.resolve("monitrc"), """
                set log %1$s/log
                set pidfile %1$s/pid
                set idfile %1$s/id
                set statefile %1$s/state
                """.formatted(own) + service(test).replace("matching nothing", "with pidfile " + pidfile(own)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        var monit = new ProcessBuilder(MONIT.toString(), "-c", file.toString()).redirectErrorStream(true)
                .redirectOutput(own.resolve("out").toFile()).start();
        if (!monit.waitFor(60, TimeUnit.SECONDS)) {
            monit.destroyForcibly();
        }
        assertEquals(0, monit.exitValue(), () -> text(own.resolve("out")));
        return text(own.resolve("log")).lines().filter(l -> l.contains("failed protocol test")).findFirst().map(Verdict::reason)
                .orElse(GOOD);
    }

    /** Of a process that runs, or Monit would not ask its ports. */
    private static Path pidfile(Path own) throws IOException {
        return Files.writeString(own.resolve("pid-of-test"), ProcessHandle.current().pid() + "\n");
    }

    /** Monit makes no log where it has nothing to say. */
    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both say the same: ours may know more at the end of the line. */
    static void same(Path folder, String test) throws IOException, InterruptedException {
        var theirs = monit(folder, test);
        var ours = ours(test);

        assertEquals(theirs, theirs.isEmpty() || !ours.startsWith(theirs) ? ours : theirs);
    }
}
