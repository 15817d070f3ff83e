package jmonit.format;

import static jmonit.model.Event.Side.CHANGED;
import static jmonit.model.Event.Side.FAILED;
import static jmonit.model.EventKind.BYTEIN;
import static jmonit.model.EventKind.BYTEOUT;
import static jmonit.model.EventKind.CHECKSUM;
import static jmonit.model.EventKind.CONNECTION;
import static jmonit.model.EventKind.CONTENT;
import static jmonit.model.EventKind.EXIST;
import static jmonit.model.EventKind.GID;
import static jmonit.model.EventKind.ICMP;
import static jmonit.model.EventKind.INVALID;
import static jmonit.model.EventKind.LINK;
import static jmonit.model.EventKind.NONEXIST;
import static jmonit.model.EventKind.PERMISSION;
import static jmonit.model.EventKind.RESOURCE;
import static jmonit.model.EventKind.SIZE;
import static jmonit.model.EventKind.SPEED;
import static jmonit.model.EventKind.STATUS;
import static jmonit.model.EventKind.TIMESTAMP;
import static jmonit.model.EventKind.UID;
import static jmonit.model.EventKind.UPTIME;
import static jmonit.model.Unit.BYTES;
import static jmonit.model.Unit.BYTES_PER_SECOND;
import static jmonit.model.Unit.COUNT;
import static jmonit.model.Unit.LOAD;
import static jmonit.model.Unit.MILLISECONDS;
import static jmonit.model.Unit.OPERATIONS_PER_SECOND;
import static jmonit.model.Unit.PACKETS;
import static jmonit.model.Unit.PACKETS_PER_SECOND;
import static jmonit.model.Unit.PERCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jmonit.BuiltIn;
import jmonit.config.Reading;
import jmonit.model.Answer;
import jmonit.model.Phase;
import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Origin;
import jmonit.model.Presence;
import jmonit.model.Readings;
import jmonit.model.Readings.Notes;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.Failure;
import jmonit.model.Snapshot.Monitoring;
import jmonit.model.Snapshot.View;
import jmonit.model.Snapshot.Work;
import jmonit.model.Trace;
import jmonit.os.FakeFiles;

/** Services as a real Monit 5.33.0 once saw them; what it said of them is in the files beside the control file. */
final class Capture {

    static final Work NOTHING = new Work("", false, false, 0);
    static final Work RESTART = new Work("restart", false, false, 0);

    private static final double MB = 1 << 20;
    private static final double GB = 1 << 30;
    private static final Instant BEGAN = Instant.ofEpochSecond(1795249837);

    private final ControlFile controlFile;
    private final Map<String, View> views = new HashMap<>();
    private final List<Event> events = new ArrayList<>();

    private Capture() {
        var files = new FakeFiles().directory("/").directory("/srv").file("/srv/rc", resource("monitrc"));
        var reading = Reading.of("/srv/rc", BuiltIn.CATALOG, files, "vm");
        assertEquals(List.of(), reading.diagnostics());
        controlFile = reading.controlFile();
    }

    static String resource(String name) {
        try (var in = Capture.class.getResourceAsStream("/format/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Instance instance() {
        var platform = new Instance.Platform("Linux", "6.18.44-fc-v657", "#1 SMP PREEMPT_DYNAMIC @0", "x86_64", 2, 24684092L << 10, 0);
        return new Instance(new Instance.Program("Monit", "5.33.0"), new Instance.Incarnation("5c50e0b62e7803f26306dcbcf5855d35", BEGAN, BEGAN),
                new Instance.Place("vm", ZoneOffset.UTC, "/srv/rc", platform), List.of());
    }

    static Snapshot snapshot() {
        var capture = new Capture();
        capture.processes();
        capture.files();
        capture.places();
        capture.programs();
        capture.network();
        capture.machine();
        var views = capture.controlFile.services().stream().map(s -> capture.views.get(s.name())).toList();
        return new Snapshot(BEGAN.plusSeconds(9), capture.controlFile.settings(), views, capture.events);
    }

    // ---- how it is written down

    private Service service(String name) {
        return controlFile.services().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    private Failure failure(String service, EventKind kind, Event.Side side, int rule) {
        var of = service(service);
        return new Failure(kind, side, "because", rule < 0 ? of.origin() : of.rules().get(rule).origin(), BEGAN.plusSeconds(3),
                rule < 0 ? List.of() : List.of(of.rules().get(rule)));
    }

    private List<Failure> failures(String service, EventKind... kinds) {
        return List.of(kinds).stream().map(k -> failure(service, k, FAILED, -1)).toList();
    }

    private void seen(String name, long second, int micro, Notes notes, EventKind... failures) {
        seen(name, at(second, micro), Monitoring.MONITORED, notes, Map.of(), failures(name, failures), NOTHING);
    }

    private void seen(String name, Instant at, Monitoring monitoring, Notes notes, Map<Integer, Answer> answers, List<Failure> failures,
            Work work) {
        var sample = new Sample(Presence.HERE, notes.readings(), answers, Trace.NONE);
        views.put(name, new View(service(name), monitoring, failures, List.of(sample), at, work));
    }

    private void unseen(String name, Monitoring monitoring) {
        views.put(name, new View(service(name), monitoring, List.of(), List.of(), Instant.EPOCH, NOTHING));
    }

    private static Instant at(long second, int micro) {
        return Instant.ofEpochSecond(1795249000 + second, micro * 1000L);
    }

    private static Instant at(long second) {
        return at(second, 0);
    }

    private static Answer took(long micros) {
        return new Answer.Succeeded(Duration.ofNanos(micros * 1000), "connection succeeded",
                List.of(new Phase.Time(Phase.CONNECT, Duration.ofNanos(micros * 500)), new Phase.Time(Phase.FIRST_BYTE, Duration.ofNanos(micros * 250))));
    }

    private static final Answer REFUSED = new Answer.Failed("refused");

    // ---- what was seen

    private void processes() {
        var answers = Map.ofEntries(Map.entry(0, took(423)), Map.entry(1, took(22147)), Map.entry(2, took(30829)),
                Map.entry(3, took(32499)), Map.entry(4, took(20)), Map.entry(5, took(101)), Map.entry(6, REFUSED),
                Map.entry(7, took(58)), Map.entry(8, took(206)), Map.entry(9, took(387)));
        var failures = List.of(failure("p", UPTIME, FAILED, 11), failure("p", UID, FAILED, 12), failure("p", CONNECTION, FAILED, 6),
                failure("p", CONNECTION, FAILED, 9), failure("p", TIMESTAMP, FAILED, 2), failure("p", SPEED, FAILED, 7));
        seen("p", at(844, 780015), Monitoring.MONITORED, process(), answers, failures, NOTHING);
        seen("ghost", 664, 475765, new Notes(), NONEXIST);
        unseen("manual", Monitoring.NOT_MONITORED);
        unseen("kid", Monitoring.INITIALIZING);
    }

    private static Notes process() {
        var notes = new Notes().text("state", "running").count("pid", 11990).count("ppid", 11970)
                .count("uid", 0).count("euid", 0).count("gid", 0)
                .amount("uptime", MILLISECONDS, 7000).count("threads", 4).count("children", 0).text("security attribute", "")
                .amount("cpu", PERCENT, 0.2).amount("total.cpu", PERCENT, 0.2).amount("memory", BYTES, 20152 << 10)
                .amount("memory", PERCENT, 0.08).amount("total.memory", BYTES, 20152 << 10).amount("total.memory", PERCENT, 0.08)
                .count("filedescriptors", 8).amount("filedescriptors", PERCENT, 0.04).count("filedescriptors.limit", 20000)
                .count("filedescriptors.limit.hard", 20000).count("total.filedescriptors", 8);
        traffic(notes, "read", 1137, 1895321).amount("disk.read", BYTES, 290816).count("disk.read", 797)
                .amount("disk.read", BYTES_PER_SECOND, 0).amount("disk.read", OPERATIONS_PER_SECOND, 15.7);
        traffic(notes, "write", 3641, 24610).amount("disk.write", BYTES, 12288).count("disk.write", 78)
                .amount("disk.write", BYTES_PER_SECOND, 0).amount("disk.write", OPERATIONS_PER_SECOND, 7.6);
        return notes.count("certificate.days.1", 29).count("certificate.days.2", 29).count("certificate.days.3", 29);
    }

    private static Notes traffic(Notes notes, String way, double rate, double total) {
        return notes.amount(way, BYTES_PER_SECOND, rate).amount(way, BYTES, total);
    }

    private static Notes path(String mode, long accessed, long changed, long modified) {
        return new Notes().text("permission", mode).count("uid", 0).count("gid", 0).moment("atime", at(accessed))
                .moment("ctime", at(changed))
                .moment("mtime", at(modified));
    }

    private static Notes file(String mode, long size, long accessed, long changed, long modified) {
        return path(mode, accessed, changed, modified).amount("size", BYTES, size);
    }

    private void files() {
        seen("cfg", 664, 475785, file("600", 3695, 652, 652, 652)
                .text("checksum", "04188e14655ef668321c2d5542b2f49defe70b37").text("checksum.type", "SHA1"));
        seen("multi", 664, 475822, file("644", 7, 566, 566, 566).text("content.match", "no"), UID, SIZE, PERMISSION, GID);
        var changes = List.of(CHECKSUM, CONTENT, SIZE, TIMESTAMP).stream().map(k -> failure("c", k, CHANGED, -1)).toList();
        seen("c", at(842, 780177), Monitoring.MONITORED, file("644", 5, 837, 842, 842).text("content.match", "yes")
                .text("checksum", "d6c346dd7331d8b13d98a73b13b4216f").text("checksum.type", "MD5"), Map.of(), changes, NOTHING);
        seen("wrong", 664, 475847, new Notes(), INVALID);
        seen("nothere", 844, 780050, new Notes());
        seen("here", 844, 780048, file("600", 2484, 837, 837, 837), EXIST);
        unseen("skipped", Monitoring.WAITING);
        seen("skipped2", at(652, 253896), Monitoring.WAITING, file("644", 7, 566, 566, 566), Map.of(), failures("skipped2", SIZE), NOTHING);
        seen("ff", 664, 475863, path("644", 566, 566, 566));
        seen("dd", at(844, 809901), Monitoring.MONITORED, path("755", 837, 843, 843), Map.of(), List.of(), RESTART);
    }

    private void places() {
        var notes = place("ext4", "rw,relatime,discard,resv_strict,resuid=65534,resgid=65534", 0755)
                .amount("space.total", BYTES, 258019.6 * MB).amount("space", BYTES, 23933.7 * MB).amount("space", PERCENT, 9.28)
                .amount("space.reserved", PERCENT, 59.7).amount("space.available", BYTES, 78.1 * GB).amount("space.available", PERCENT, 31)
                .amount("space.free", BYTES, 228.6 * GB).amount("space.free", PERCENT, 90.7)
                .count("inodes.total", 16777216).count("inodes", 709770).amount("inodes", PERCENT, 4.2)
                .count("inodes.free", 16067446).amount("inodes.free", PERCENT, 95.8)
                .amount("read", BYTES_PER_SECOND, 1926.9).amount("read", OPERATIONS_PER_SECOND, 0.4704).amount("read.time", MILLISECONDS, 0)
                .amount("read.total", BYTES, 12290118656.0).count("read.total", 778112)
                .amount("write", BYTES_PER_SECOND, 5780.3).amount("write", OPERATIONS_PER_SECOND, 1.411)
                .amount("write.time", MILLISECONDS, 0.4704)
                .amount("write.total", BYTES, 14203006976.0).count("write.total", 1962007)
                .amount("service time", MILLISECONDS, 0.118).amount("service time.read", MILLISECONDS, 0)
                .amount("service time.write", MILLISECONDS, 0.118);
        seen("fs", 844, 805226, notes, RESOURCE);
        seen("proc", 664, 475930, place("proc", "rw,relatime", 0555).amount("space.total", BYTES, 0).amount("space", BYTES, 0)
                .amount("space", PERCENT, 0).amount("space.reserved", PERCENT, 0).amount("space.available", BYTES, 0)
                .amount("space.available", PERCENT, 0).amount("space.free", BYTES, 0).amount("space.free", PERCENT, 0)
                .count("inodes.total", 0));
        seen("none", 664, 475952, new Notes(), NONEXIST);
    }

    private static Notes place(String type, String flags, long mode) {
        return new Notes().text("fstype", type).text("fsflags", flags).count("permission", mode).count("uid", 0).count("gid", 0)
                .amount("block.size", BYTES, 4096);
    }

    private void programs() {
        seen("prog", 664, 479848, new Notes().moment("started", at(664)).count("status", 3).text("content", "hello\nsecond line"), STATUS);
        seen("quiet", 664, 494541, new Notes().moment("started", at(664)).count("status", 0).text("content", ""));
        seen("missing", 662, 461412, new Notes(), STATUS);
    }

    private void network() {
        var link = new Notes().text("link.state", "up").count("link.speed", 10_000_000_000L).text("link.duplex", "full");
        for (var way : List.of("download", "upload")) {
            link.amount(way, BYTES_PER_SECOND, 32.9).amount(way, PACKETS_PER_SECOND, 0.47).amount(way + ".total", BYTES, 586)
                    .amount(way + ".total", PACKETS, 7).amount(way + ".errors", COUNT, 0).count(way + ".errors.total", 0)
                    .amount("saturation." + way, PERCENT, 0.000003);
        }
        seen("vv0", 844, 780557, link, BYTEIN, BYTEOUT);
        seen("no", 662, 461763, new Notes(), LINK);
        var answers = Map.of(0, took(13), 1, REFUSED, 2, took(16), 3, took(23709), 4, took(53), 5, REFUSED);
        seen("h", at(844, 805089), Monitoring.MONITORED, new Notes().count("certificate.days.3", 29), answers,
                List.of(failure("h", ICMP, FAILED, 1), failure("h", CONNECTION, FAILED, 5)), NOTHING);
        Map<Integer, Answer> unasked = Map.of(0, REFUSED, 1, new Answer.Skipped("ping failed"));
        seen("nohost", at(662, 464312), Monitoring.MONITORED, new Notes(), unasked, List.of(failure("nohost", ICMP, FAILED, 0)), NOTHING);
    }

    private void machine() {
        var notes = new Notes().amount("loadavg.1", LOAD, 1.19).amount("loadavg.5", LOAD, 1.88).amount("loadavg.15", LOAD, 2.89)
                .amount("cpu.user", PERCENT, 2.6).amount("cpu.system", PERCENT, 0.7).amount("memory", BYTES, 561820 << 10)
                .amount("memory", PERCENT, 2.28).amount("swap", BYTES, 0).amount("swap", PERCENT, 0)
                .amount("uptime", MILLISECONDS, 16_380_000).moment("boot", Instant.parse("2026-11-21T03:57:46Z"))
                .count("filedescriptors", 1412).amount("filedescriptors", PERCENT, 0.06).count("filedescriptors.unused", 0)
                .count("filedescriptors.limit", 2466177);
        seen("vm", 844, 809902, notes);
    }

    /** Another service of the same kind with a name and readings of its own. */
    static View like(View view, String name, Readings readings) {
        var service = view.service();
        var named = new Service(name, service.type(), service.subject(), service.commands(), service.rules(), service.ignores(),
                service.care(), service.recipients(), new Origin("rc", 1));
        return new View(named, view.monitoring(), view.failures(), List.of(new Sample(Presence.HERE, readings, Map.of(), Trace.NONE)),
                view.at(), view.work());
    }

    static View view(Snapshot snapshot, String name) {
        return Selection.named(snapshot, name).views().getFirst();
    }
}
