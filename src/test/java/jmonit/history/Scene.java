package jmonit.history;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

import jmonit.model.Action;
import jmonit.model.Answer;
import jmonit.model.Commands;
import jmonit.model.Condition;
import jmonit.model.Httpd;
import jmonit.model.Limits;
import jmonit.model.LogTarget;
import jmonit.model.MailFormat;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Presence;
import jmonit.model.Readings;
import jmonit.model.Rule;
import jmonit.model.Sample;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Settings;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.Monitoring;
import jmonit.model.Snapshot.View;
import jmonit.model.Snapshot.Work;
import jmonit.model.Subject;
import jmonit.model.Tls;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.model.Window;
import jmonit.os.Archives;

/** A history whose clock is the test's, of services that measure what the test says. */
final class Scene {

    static final String PATH = "/history";
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    static final double NOTHING = Double.NaN;
    static final Labels LABELS = new Labels() {

        @Override
        public String of(Readings.Key key) {
            return key.metric();
        }

        @Override
        public String of(Rule test) {
            return "words of line " + test.origin().line();
        }
    };

    private static final Origin ORIGIN = new Origin("/monitrc", 1);
    private static final Settings SETTINGS = new Settings(new Settings.Poll(30, 0), new Settings.Files(new LogTarget.None(), "", "", ""),
            new Limits(Map.of(), Map.of()), OnReboot.START, new Settings.Switches(false, false, false), Tls.NONE,
            new Settings.Mail(List.of(), Duration.ofSeconds(5), "", MailFormat.DEFAULT, List.of(), Settings.Queue.NONE),
            List.of(), Httpd.OFF);
    private static final Work IDLE = new Work("", false, false, 0);

    final Archives archives;
    final History history;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, Sample> samples = new LinkedHashMap<>();
    private final Map<String, Monitoring> monitoring = new LinkedHashMap<>();
    private final Map<String, Work> work = new LinkedHashMap<>();
    Instant now = NOON;

    Scene(Archives archives) {
        this(archives, PATH);
    }

    Scene(Archives archives, String path) {
        this.archives = archives;
        this.history = new History(archives, path, LABELS);
    }

    /** Another jmonit on the same disk, with the same services. */
    Scene again(Archives other) {
        var scene = new Scene(other);
        scene.services.putAll(services);
        scene.samples.putAll(samples);
        scene.monitoring.putAll(monitoring);
        scene.now = now;
        return scene;
    }

    Scene service(String name, Condition... conditions) {
        var rules = new ArrayList<Rule>();
        for (Condition condition : conditions) {
            rules.add(new Rule(condition, Window.ONCE, Action.ALERT, Window.ONCE, Action.ALERT, new Origin("/monitrc", rules.size() + 1)));
        }
        var care = new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of());
        services.put(name, new Service(name, "system", new Subject.Machine(), Commands.NONE, rules, List.of(), care, List.of(), ORIGIN));
        monitoring.put(name, Monitoring.MONITORED);
        return this;
    }

    Scene without(String name) {
        services.remove(name);
        samples.remove(name);
        return this;
    }

    Scene is(String name, Monitoring state) {
        monitoring.put(name, state);
        return this;
    }

    Scene works(String name, Work now) {
        work.put(name, now);
        return this;
    }

    /** What a service has as "threads" from now on. */
    Scene has(String name, double threads) {
        return has(name, Double.isNaN(threads) ? Readings.NONE : new Readings.Notes().amount("threads", Unit.COUNT, threads).readings());
    }

    Scene has(String name, Readings readings) {
        samples.put(name, new Sample(Presence.HERE, readings, Map.of(), Trace.NONE));
        return this;
    }

    Scene answers(String name, Map<Integer, Answer> answers) {
        samples.put(name, new Sample(Presence.HERE, Readings.NONE, answers, Trace.NONE));
        return this;
    }

    Snapshot snapshot() {
        return new Snapshot(now, SETTINGS, services.values().stream().map(this::view).toList(), List.of());
    }

    private View view(Service service) {
        var name = service.name();
        List<Sample> seen = samples.containsKey(name) ? List.of(samples.get(name)) : List.of();
        return new View(service, monitoring.get(name), List.of(), seen, now, work.getOrDefault(name, IDLE));
    }

    /** A snapshot is recorded, and ten seconds pass. */
    Scene record() {
        history.record(snapshot());
        now = now.plus(TEN_SECONDS);
        return this;
    }

    Scene record(String name, double... threads) {
        for (double value : threads) {
            has(name, value).record();
        }
        return this;
    }

    /** For so long a service has what a function of the seconds since noon says. */
    Scene pass(Duration time, String name, DoubleUnaryOperator threads) {
        for (Instant end = now.plus(time); now.isBefore(end);) {
            has(name, threads.applyAsDouble(Duration.between(NOON, now).toSeconds())).record();
        }
        return this;
    }

    Series series(String name, Range range) throws IOException {
        return history.series(name, "threads", range).orElseThrow();
    }

    /** The averages, without the gaps before the first value. */
    String hour(String name) throws IOException {
        return shown(series(name, Range.HOUR).average());
    }

    String day(String name) throws IOException {
        return shown(series(name, Range.DAY).average());
    }

    private static String shown(double value) {
        return Double.isNaN(value) ? "-" : value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    static String shown(double... values) {
        return Arrays.stream(values).mapToObj(Scene::shown).collect(Collectors.joining(" ")).replaceFirst("^(- )*-$|^(- )+", "");
    }
}
