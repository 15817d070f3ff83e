package jmonit.format;

import static java.util.Map.entry;
import static jmonit.model.Unit.BYTES;
import static jmonit.model.Unit.BYTES_PER_SECOND;
import static jmonit.model.Unit.COUNT;
import static jmonit.model.Unit.LOAD;
import static jmonit.model.Unit.MILLISECONDS;
import static jmonit.model.Unit.OPERATIONS_PER_SECOND;
import static jmonit.model.Unit.PACKETS_PER_SECOND;
import static jmonit.model.Unit.PERCENT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Reading;
import jmonit.model.Readings;
import jmonit.model.Readings.Key;
import jmonit.model.Responses;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.model.Snapshot.View;
import jmonit.model.Unit;

/** Everything measured of a service that is worth showing, the time its servers took to answer included. */
public final class Figures {

    /** What only samplers and judges need, or what is shown in another place. */
    private static final Set<String> INSIDE = Set.of("start", "timestamp", "log", "missing", "ended", "checksum.type", "content", "filedescriptors.limit.hard",
            "filedescriptors.unused", "started", "overdue", "type", "cores", "read.time", "write.time");

    private static final Map<Key, String> LABELS = Map.ofEntries(
            label("ppid", COUNT, "parent pid"), label("euid", COUNT, "effective uid"),
            label("total.cpu", PERCENT, "cpu total"), label("total.memory", PERCENT, "memory total"), label("total.memory", BYTES, "memory total"),
            label("read", BYTES_PER_SECOND, "read bytes"), label("write", BYTES_PER_SECOND, "write bytes"),
            label("read", BYTES, "read total"), label("write", BYTES, "write total"),
            label("disk.read", BYTES_PER_SECOND, "disk read bytes"), label("disk.write", BYTES_PER_SECOND, "disk write bytes"),
            label("disk.read", BYTES, "disk read total"), label("disk.write", BYTES, "disk write total"),
            label("disk.read", OPERATIONS_PER_SECOND, "disk read operations"), label("disk.write", OPERATIONS_PER_SECOND, "disk write operations"),
            label("disk.read", COUNT, "disk read operations total"), label("disk.write", COUNT, "disk write operations total"),
            label("read", OPERATIONS_PER_SECOND, "disk read operations"), label("write", OPERATIONS_PER_SECOND, "disk write operations"),
            label("read.total", COUNT, "disk read operations total"), label("write.total", COUNT, "disk write operations total"),
            label("loadavg.1", LOAD, "load average 1 min"), label("loadavg.5", LOAD, "load average 5 min"),
            label("loadavg.15", LOAD, "load average 15 min"), label("loadavg.1.core", LOAD, "load average 1 min per core"),
            label("loadavg.5.core", LOAD, "load average 5 min per core"), label("loadavg.15.core", LOAD, "load average 15 min per core"),
            label("fstype", COUNT, "filesystem type"), label("fsflags", COUNT, "filesystem flags"),
            label("space", BYTES, "space used"), label("space", PERCENT, "space used"),
            label("space.available", BYTES, "space free for non superuser"), label("space.available", PERCENT, "space free for non superuser"),
            label("space.free", BYTES, "space free total"), label("space.free", PERCENT, "space free total"),
            label("inodes", COUNT, "inodes used"), label("inodes", PERCENT, "inodes used"),
            label("atime", COUNT, "access timestamp"), label("ctime", COUNT, "change timestamp"), label("mtime", COUNT, "modify timestamp"),
            label("status", COUNT, "last exit value"), label("boot", COUNT, "boot time"), label("link.state", COUNT, "link"),
            label("link.speed", COUNT, "capacity"), label("link.duplex", COUNT, "duplex"), label("duration", MILLISECONDS, "run time"),
            label("download", BYTES_PER_SECOND, "download bytes"), label("upload", BYTES_PER_SECOND, "upload bytes"),
            label("download", PACKETS_PER_SECOND, "download packets"), label("upload", PACKETS_PER_SECOND, "upload packets"));

    /** Of other types it is the times their servers took to answer. */
    private static final Map<String, List<Key>> KEYS = Map.of(
            "process", List.of(new Key("total.cpu", PERCENT), new Key("total.memory", PERCENT)),
            "system", List.of(new Key("cpu", PERCENT), new Key("memory", PERCENT), new Key("loadavg.1", LOAD)),
            "filesystem", List.of(new Key("space", PERCENT), new Key("inodes", PERCENT)),
            "network", List.of(new Key("download", BYTES_PER_SECOND), new Key("upload", BYTES_PER_SECOND)),
            "file", List.of(new Key("size", BYTES)),
            "program", List.of(new Key("duration", MILLISECONDS)));
    private static final int MOST_KEYS = 3;

    private Figures() {
    }

    private static Map.Entry<Key, String> label(String metric, Unit unit, String label) {
        return entry(new Key(metric, unit), label);
    }

    public static String label(Key key) {
        String label = LABELS.get(key);
        return label == null ? key.metric().replace('.', ' ') : label;
    }

    /** Nothing where a status has nothing to tell either. */
    public static List<Figure> of(View view) {
        if (!new State(view).known()) {
            return List.of();
        }
        List<Figure> figures = all(view.readings());
        responses(view, figures);
        return figures;
    }

    static List<Figure> all(Readings readings) {
        var figures = new ArrayList<Figure>();
        readings.values().forEach((key, reading) -> {
            if (!INSIDE.contains(key.metric()) && !(reading instanceof Reading.Text(String text) && text.isEmpty())) {
                figures.add(new Figure(key.id(), key, label(key), reading));
            }
        });
        return figures;
    }

    private static void responses(View view, List<Figure> figures) {
        Map<Integer, String> ids = Responses.of(view.service());
        for (int i = 0; i < view.service().rules().size(); i++) {
            if (ids.containsKey(i)) {
                Answer answer = view.seen().getFirst().answers().getOrDefault(i, Probe.NOT_ASKED);
                String label = label(view.service().rules().get(i));
                figures.add(new Figure(ids.get(i), new Key(ids.get(i), Unit.MILLISECONDS), label, response(answer)));
            }
        }
    }

    /** The time those take to answer whom a network test asks. */
    public static String label(Rule rule) {
        return "response time of " + where(rule.when());
    }

    static boolean asks(Condition condition) {
        return condition instanceof Condition.Pinged || condition instanceof Condition.Connected;
    }

    private static String where(Condition condition) {
        return condition instanceof Condition.Connected(var connection, _) ? ConnectionLines.place(connection, "[", "]") : "ping";
    }

    private static Reading response(Answer answer) {
        return switch (answer) {
            case Answer.Succeeded(Duration took, _, _) -> new Reading.Amount(took.toNanos() / 1e6, Unit.MILLISECONDS);
            case Answer.Certified(Duration took, _, _, _) -> new Reading.Amount(took.toNanos() / 1e6, Unit.MILLISECONDS);
            case Answer.Failed(String because) -> new Reading.Absent(because);
            case Answer.Skipped(String because) -> new Reading.Absent(because);
            case Answer.Lines _, Answer.Sum _ -> new Reading.Absent("not asked");
        };
    }

    /** Those of them that an overview shows: what deserves a little curve, and what a rule compares. */
    static List<Figure> few(View view) {
        if (!new State(view).known()) {
            return List.of();
        }
        var figures = new ArrayList<Figure>();
        Map<Key, Reading> values = view.readings().values();
        for (Key key : wanted(view.service())) {
            if (values.containsKey(key)) {
                figures.add(new Figure(key.id(), key, label(key), values.get(key)));
            }
        }
        if (!KEYS.containsKey(view.service().type())) {
            responses(view, figures);
        }
        return figures;
    }

    private static Set<Key> wanted(Service service) {
        var wanted = new LinkedHashSet<>(KEYS.getOrDefault(service.type(), List.of()));
        for (Rule rule : service.rules()) {
            if (rule.when() instanceof Condition.Threshold(String metric, _, var limit)) {
                wanted.add(new Key(metric, limit.unit()));
            }
        }
        return wanted;
    }

    /** What deserves a little curve in an overview: at most three ids. */
    public static List<String> key(Service service) {
        return KEYS.containsKey(service.type()) ? KEYS.get(service.type()).stream().map(Key::id).toList() : responses(service);
    }

    private static List<String> responses(Service service) {
        Map<Integer, String> ids = Responses.of(service);
        return ids.keySet().stream().sorted().limit(MOST_KEYS).map(ids::get).toList();
    }
}
