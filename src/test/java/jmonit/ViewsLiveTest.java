package jmonit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.config.Machine;
import jmonit.config.Reading;
import jmonit.format.Instance;
import jmonit.format.ReportText;
import jmonit.format.Selection;
import jmonit.format.StatusText;
import jmonit.format.StatusXml;
import jmonit.format.Style;
import jmonit.format.SummaryText;
import jmonit.model.Snapshot;
import jmonit.model.Unit;
import jmonit.os.live.LiveAccounts;
import jmonit.os.live.LiveFiles;
import jmonit.os.live.LiveHost;
import jmonit.os.live.LiveKernel;
import jmonit.os.live.LivePrograms;

/** The same control file watched by the real Monit and by jmonit: both show the same, but for numbers that never stand still. */
@Tag("live")
class ViewsLiveTest {

    private static final Path MONIT = Path.of("/usr/bin/monit");
    private static final long PATIENCE = 30_000;
    private static final String CONTROL_FILE = """
            set daemon 1
            set log DIR/log
            set pidfile DIR/pid
            set idfile DIR/id
            set statefile DIR/state
            set httpd port PORT and use address 127.0.0.1 allow admin:monit
            check system machine
              if loadavg (1min) > 4000 then alert
              if uptime > 1 second then alert
              group everything
            check process sleeper with pidfile DIR/sleeper.pid
              if memory > 1 kB then alert
              if failed uid 1 then alert
              group everything
              group some
            check process ghost with pidfile DIR/ghost.pid
              if not exist then alert
              mode passive
              onreboot laststate
            check process manual with pidfile DIR/ghost.pid
              onreboot nostart
            check file plain with path DIR/plain
              if failed permission 0644 then alert
              if failed checksum then alert
              if content = "hello" then alert
              group some
            check file several with path DIR/several
              if failed permission 0600 then alert
              if size > 1 B then alert
              if failed gid 1 then alert
            check file gone with path DIR/gone
              if not exist then alert
            check file unwanted with path DIR/gone
              if exist then alert
            check file wrong with path DIR
              if not exist then alert
            check file seldom with path DIR/plain every 50 cycles
              if size > 1 B then alert
            check file never with path DIR/plain every "0 0 1 1 *"
            check file always with path DIR/plain not every "0 0 1 1 *"
            check directory folder with path DIR
            check fifo pipe with path DIR/pipe
            check filesystem root with path /
              if space usage > 99.99% then alert
            check filesystem processes with path /proc
            check program talks with path DIR/talks
              if status != 3 then alert
            check program fails with path DIR/fails
              if status != 0 then alert
            check program changes with path DIR/talks
              if content = "second" then alert
            check network loopback with interface lo
            check network none with interface none0
            check process late with pidfile DIR/ghost.pid
              if not exist for 50 cycles then alert
            check host here with address 127.0.0.1
              if failed port PORT then alert
              if failed port PORT protocol http with http headers [Authorization: "Basic YWRtaW46bW9uaXQ="] request "/_ping" then alert
              if failed port CLOSED type tcp protocol smtp then alert
              if failed port CLOSED type udp protocol dns then alert
            check host closed with address 127.0.0.1
              if failed port CLOSED for 50 cycles then alert
            """;

    /** Lines and elements that another moment tells otherwise. */
    private static final List<String> RESTLESS = List.of("load average", "cpu", "memory usage", "swap usage", "uptime", "boot time",
            "filedescriptors", "total file", "memory", "read bytes", "disk read", "write bytes", "disk write", "data collected",
            "access timestamp", "change timestamp", "modify timestamp", "space free", "inodes", "service time", "download", "upload",
            "port response", "link");
    private static final List<String> RESTLESS_ELEMENTS = List.of("collected_sec", "collected_usec", "incarnation", "uptime", "counter",
            "allocated", "maximum", "avg01", "avg05", "avg15", "user", "system", "nice", "wait", "hardirq", "softirq", "steal",
            "percent", "percenttotal", "kilobyte", "kilobytetotal", "count", "total", "now", "open", "opentotal", "usage", "access",
            "change", "modify", "started", "responsetime", "read", "write");

    private static final Pattern NUMBER = Pattern.compile("\u001b\\[[\\d;]*m|\\d+(\\.\\d+)?( ?([kMGTPE]?B|ms|s)\\b)?");

    @TempDir
    private Path home;
    private final List<Process> processes = new ArrayList<>();
    private int port;

    @BeforeEach
    void furnish() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(MONIT), "needs the real Monit");
        port = free();
        Files.writeString(home.resolve("plain"), "one\n");
        Files.writeString(home.resolve("several"), "two\n");
        script("talks", "printf 'first <&> line\\n second\\tline\\r\\nlast\\n'; exit 3");
        script("fails", "exit 7");
        start("mkfifo", home.resolve("pipe").toString()).waitFor();
        var sleeper = start("sleep", "1000");
        Files.writeString(home.resolve("sleeper.pid"), sleeper.pid() + "\n");
        Files.writeString(home.resolve("rc"), CONTROL_FILE.replace("DIR", home.toString()).replace("PORT", Integer.toString(port))
                .replace("CLOSED", Integer.toString(free())));
        Files.setPosixFilePermissions(home.resolve("rc"), PosixFilePermissions.fromString("rw-------"));
        // The permission that a rule expects, whatever the umask.
        Files.setPosixFilePermissions(home.resolve("plain"), PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(home.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(home.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process start(String... words) throws IOException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(home.resolve("out").toFile()).start();
        processes.add(process);
        return process;
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void showsWhatMonitShows() throws Exception {
        start(MONIT.toString(), "-I", "-c", home.resolve("rc").toString());
        // "never" and "manual" are never looked at; programs tell what they said a cycle later.
        await("1\n", "/_report?type=initialising");
        Thread.sleep(3_000);
        var snapshot = snapshot();
        var instance = instance(snapshot);

        assertAll(
                () -> same(lines(ask("/_status")), lines(status(snapshot, instance, Selection.all(snapshot)))),
                () -> same(lines(ask("/_status?group=some")), lines(status(snapshot, instance, Selection.group(snapshot, "some")))),
                () -> same(ask("/_summary"), summary(snapshot, instance, Selection.all(snapshot), Style.TERMINAL)),
                () -> same(monit("-B", "summary"), summary(snapshot, instance, Selection.all(snapshot), Style.PLAIN)),
                () -> same(monit("-B", "summary", "S.*"), summary(snapshot, instance, Selection.named(snapshot, "S.*"), Style.PLAIN)),
                () -> same(monit("-B", "-g", "everything", "summary"),
                        summary(snapshot, instance, Selection.group(snapshot, "Everything"), Style.PLAIN)),
                () -> same(monit("-B", "report"), report(snapshot)),
                () -> same(elements(ask("/_status?format=xml")), elements(document(snapshot, instance, StatusXml.Form.FIRST))),
                () -> same(elements(ask("/_status2?format=xml")), elements(document(snapshot, instance, StatusXml.Form.SECOND))));
    }

    private static void same(String monits, String ours) {
        var theirs = monits.split("\n", -1);
        var lines = ours.split("\n", -1);
        var differences = new ArrayList<String>();
        for (int i = 0; i < Math.max(theirs.length, lines.length); i++) {
            var one = i < theirs.length ? theirs[i] : "nothing";
            var other = i < lines.length ? lines[i] : "nothing";
            if (!one.equals(other)) {
                differences.add("\nMonit:  " + one + "\njmonit: " + other);
            }
        }
        assertEquals(List.of(), differences);
    }

    // ---- Monit

    private void await(String wanted, String path) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE;
        while (!answer(path).equals(wanted)) {
            assertTrue(System.currentTimeMillis() < end, () -> "Monit says " + answer(path) + " to " + path + said());
            Thread.sleep(100);
        }
    }

    private String answer(String path) {
        try {
            return ask(path);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private String said() {
        try {
            return "\n" + Files.readString(home.resolve("out"));
        } catch (IOException e) {
            return "";
        }
    }

    private String ask(String path) throws IOException {
        var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(5_000);
        connection.setRequestProperty("Authorization", "Basic " + Base64.getEncoder().encodeToString("admin:monit".getBytes(UTF_8)));
        try (InputStream body = connection.getInputStream()) {
            return new String(body.readAllBytes(), UTF_8);
        }
    }

    private String monit(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(MONIT.toString(), "-c", home.resolve("rc").toString()));
        command.addAll(List.of(words));
        Path out = home.resolve("said");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "Monit does not end");
        return Files.readString(out);
    }

    // ---- jmonit

    private Snapshot snapshot() throws InterruptedException {
        var accounts = new LiveAccounts();
        var machine = new Machine(new LiveFiles(), accounts, new LiveHost(accounts));
        var reading = Reading.of(home.resolve("rc").toString(), BuiltIn.CATALOG, machine.files(), machine.host().name());
        assertEquals(List.of(), reading.diagnostics());
        var cycles = new Cycles(reading.controlFile(), new Wiring(machine, new Wiring.Name("jmonit", "1")).samplers(new LivePrograms(accounts)), Wiring.judges());
        cycles.pass();
        Thread.sleep(1_000);
        cycles.pass();
        return cycles.snapshot();
    }

    private Instance instance(Snapshot snapshot) throws IOException {
        var kernel = new LiveKernel().kernel();
        var system = snapshot.services().getFirst().readings();
        var platform = new Instance.Platform(kernel.name(), kernel.release(), kernel.version(), kernel.machine(),
                system.amount("cores", Unit.COUNT).orElseThrow().intValue(),
                system.amount("memory.total", Unit.BYTES).orElseThrow().longValue(),
                system.amount("swap.total", Unit.BYTES).orElseThrow().longValue());
        return new Instance(new Instance.Program("Monit", "5.33.0"),
                new Instance.Incarnation(Files.readString(home.resolve("id")).strip(), Instant.now().minusSeconds(1)),
                new Instance.Place(new LiveHost(new LiveAccounts()).name(), ZoneId.systemDefault(),
                        home.resolve("rc").toString(), platform), List.of());
    }

    private static String status(Snapshot snapshot, Instance instance, Selection selection) throws IOException {
        var out = new StringBuilder();
        new StatusText(BuiltIn.CATALOG, instance).write(snapshot, selection, Style.TERMINAL, out);
        return out.toString();
    }

    private static String summary(Snapshot snapshot, Instance instance, Selection selection, Style style) throws IOException {
        var out = new StringBuilder();
        new SummaryText(BuiltIn.CATALOG, instance).write(snapshot, selection, style, out);
        return out.toString();
    }

    private static String report(Snapshot snapshot) throws IOException {
        var out = new StringBuilder();
        ReportText.write(snapshot, out);
        return out.toString();
    }

    private static String document(Snapshot snapshot, Instance instance, StatusXml.Form form) throws IOException {
        var out = new StringBuilder();
        new StatusXml(BuiltIn.CATALOG, instance).write(snapshot, form, List.of(), out);
        return out.toString();
    }

    // ---- what counts

    private static String lines(String text) {
        var lines = new StringBuilder();
        // Each line of an output but the last ends without the carriage return it came with.
        text.lines().map(line -> RESTLESS.stream().anyMatch(line.strip()::startsWith) ? numberless(line) : line)
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    /** Numbers are gone, with their units; colours stay. */
    private static String numberless(String line) {
        return NUMBER.matcher(line).replaceAll(m -> m.group().startsWith("\u001b") ? m.group() : "N")
                .replaceAll("\\w{3}, N \\w{3} N N:N:N", "MOMENT").replaceAll("(N[dhm] ?)+", "TIME");
    }

    private static String elements(String document) {
        var elements = document;
        for (String name : RESTLESS_ELEMENTS) {
            elements = elements.replaceAll("<" + name + ">[\\d.]+</" + name + ">", "<" + name + ">N</" + name + ">");
        }
        return elements.replaceAll("incarnation=\"\\d+\"", "incarnation=\"N\"")
                .replaceAll("(</?(service|server|platform|servicegroup|port)\\b)", "\n$1");
    }
}
