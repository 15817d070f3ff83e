package jmonit.protocol.state;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import jmonit.Home;

/** The same services in one pass of the real Monit and of jmonit: what their logs say about each. */
record Both(Path folder) {

    static final Path MONIT = Path.of("/usr/bin/monit");
    /** Monit asks one after the other, and waits for each that hangs. */
    private static final int SHARES = 12;
    private static final Pattern FAILURE = Pattern.compile(" error {4}: 'r(\\d+)' (.*)");

    /** Of each number the first complaint. */
    private static Map<Integer, String> failures(Path log) throws IOException {
        var failures = new HashMap<Integer, String>();
        var found = FAILURE.matcher(Files.exists(log) ? Files.readString(log, ISO_8859_1) : "");
        while (found.find()) {
            failures.putIfAbsent(Integer.valueOf(found.group(1)), found.group(2));
        }
        return failures;
    }

    /** The services of a control file, one for each number. */
    private String services(List<String> tests, int share, int shares) {
        var text = new StringBuilder();
        for (var i = share; i < tests.size(); i += shares) {
            var what = tests.get(i).startsWith("unix") ? "check process r%d with pidfile " + folder + "/self\n"
                    : "check host r%d with address 127.0.0.1\n";
            text.append(what.formatted(i)).append("  if failed ").append(tests.get(i)).append(" then alert\n");
        }
        return text.toString();
    }

    /** Of a process that runs, or its ports would not be asked. */
    private void self() throws IOException {
        Files.writeString(folder.resolve("self"), ProcessHandle.current().pid() + "\n");
    }

    Map<Integer, String> monit(List<String> tests) throws IOException, InterruptedException {
        self();
        var begun = new ArrayList<Process>();
        var places = new ArrayList<Path>();
        for (var share = 0; share < SHARES; share++) {
            var own = Files.createTempDirectory(folder, "monit");
            places.add(own);
            var head = "set log OWN/log\nset pidfile OWN/pid\nset idfile OWN/id\nset statefile OWN/state\n".replace("OWN", own.toString());
            var file = Files.writeString(own.resolve("monitrc"), head + services(tests, share, SHARES));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            begun.add(new ProcessBuilder(MONIT.toString(), "-c", file.toString()).redirectErrorStream(true)
                    .redirectOutput(own.resolve("out").toFile()).start());
        }
        var failures = new HashMap<Integer, String>();
        for (var share = 0; share < SHARES; share++) {
            end(begun.get(share), places.get(share).resolve("out"));
            failures.putAll(failures(places.get(share).resolve("log")));
        }
        return failures;
    }

    private static void end(Process program, Path output) throws IOException, InterruptedException {
        var ended = program.waitFor(60, TimeUnit.SECONDS);
        program.destroyForcibly();
        var said = Files.readString(output, ISO_8859_1);
        assertTrue(ended, said);
        assertEquals(0, program.exitValue(), said);
    }

    /** The whole of it at once. */
    Map<Integer, String> ours(List<String> tests) throws IOException, InterruptedException {
        self();
        var own = Files.createTempDirectory(folder, "ours");
        try (var home = new Home(own)) {
            home.controlFile(services(tests, 0, 1));
            end(home.start("-c", "rc"), own.resolve("err"));
            return failures(own.resolve("log"));
        }
    }
}
