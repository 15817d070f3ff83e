package jmonit.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jmonit.BuiltIn;
import jmonit.config.Reading;
import jmonit.model.Audience;
import jmonit.model.ControlFile;
import jmonit.model.Delay;
import jmonit.model.Presence;
import jmonit.model.Readings;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Snapshot;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.os.FakeFiles;

/** The engine with its outside played by a test: what it wants comes back as short lines, in order. The cycle is 10 seconds. */
final class Stage {

    static final Duration CYCLE = Duration.ofSeconds(10);
    static final String PROGRAMS = "    start program = \"/start\"\n    stop program = \"/stop\"\n";
    /** Web needs app, app needs db. */
    static final String CHAIN = "check process db with pidfile /db\n" + PROGRAMS
            + "check process app with pidfile /app\n" + PROGRAMS + "    depends on db\n"
            + "check process web with pidfile /web\n" + PROGRAMS + "    depends on app\n";
    private static final Instant BEGIN = Instant.parse("2026-01-02T03:00:00Z");
    private static final String LOG = " '";

    private final Map<String, Effect.Look> looks = new LinkedHashMap<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private Monitor monitor;
    private ControlFile controlFile;
    private Duration elapsed = Duration.ZERO;

    Stage(String text) {
        this(text, Remembered.NOTHING, false);
    }

    /** The three of {@link #CHAIN}, all up. */
    static Stage chain() {
        var stage = new Stage(CHAIN);
        stage.tick();
        stage.running("db", 1);
        stage.running("app", 2);
        stage.running("web", 3);
        return stage;
    }

    Stage(String text, Remembered remembered, boolean rebooted) {
        controlFile = controlFile(text);
        Map<String, jmonit.rule.Judge> judges = controlFile.services().stream().map(Service::type).distinct()
                .collect(Collectors.toMap(t -> t, _ -> new ScriptedJudge()));
        monitor = new Monitor(controlFile, judges, remembered, rebooted, now());
    }

    private static ControlFile controlFile(String text) {
        var result = Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", "set daemon 10\n" + text), "plum");
        if (result.diagnostics().stream().anyMatch(d -> d.severity() == jmonit.diagnostic.Severity.ERROR)) {
            throw new IllegalArgumentException(result.diagnostics().toString());
        }
        return result.controlFile();
    }

    private Now now() {
        Instant wall = BEGIN.plus(elapsed);
        return new Now(wall, elapsed, LocalDateTime.ofInstant(wall, ZoneOffset.UTC));
    }

    // ---- what the outside does

    Stage later(Duration time) {
        elapsed = elapsed.plus(time);
        return this;
    }

    List<String> tick() {
        return send(new Message.Tick());
    }

    /** The next cycle begins. */
    List<String> cycle() {
        long begun = elapsed.dividedBy(CYCLE);
        elapsed = CYCLE.multipliedBy(begun + 1);
        return tick();
    }

    List<String> woken() {
        return send(new Message.Woken());
    }

    List<String> reloaded() {
        return send(new Message.Reloaded(controlFile));
    }

    List<String> reloaded(String text) {
        controlFile = controlFile(text);
        return reloaded();
    }

    List<String> exited(int pid) {
        return send(new Message.Exited(new Watched(pid, pid)));
    }

    List<String> asked(Request.Wish wish, String... services) {
        return send(new Message.Asked(new Request(1, wish, List.of(services))));
    }

    List<String> running(String name, int pid, String... readings) {
        return looked(name, running(pid, readings));
    }

    /** {@code readings} are pairs of a metric and "good" or "bad". */
    private static Sample running(int pid, String... readings) {
        var notes = new Readings.Notes();
        if (pid > 0) {
            notes.amount("pid", Unit.COUNT, pid).amount("start", Unit.COUNT, pid);
        }
        for (int i = 0; i < readings.length; i += 2) {
            notes.text(readings[i], readings[i + 1]);
        }
        return new Sample(Presence.HERE, notes.readings(), Map.of(), Trace.NONE);
    }

    /** Whether what is being done to the service is done without asking again whether it is there. */
    boolean knownGone(String name) {
        return steps.get(name).gone();
    }

    List<String> gone(String name) {
        return looked(name, Sample.absent(new Presence.Missing("gone"), Trace.NONE));
    }

    /** The pidfile names a process that is not there. */
    List<String> ended(String name, int pid) {
        var readings = new Readings.Notes().count("ended", pid).readings();
        return looked(name, new Sample(new Presence.Missing("gone"), readings, Map.of(), Trace.NONE));
    }

    private List<String> looked(String name, Sample sample) {
        Effect.Look look = looks.remove(name);
        if (look == null) {
            throw new IllegalStateException("nobody looks at " + name + ", but at " + looks.keySet());
        }
        return send(new Message.Looked(look.number(), look.service(), sample));
    }

    List<String> done(String name) {
        return send(new Message.Done(step(name), Outcome.SUCCEEDED));
    }

    List<String> failed(String name, String because) {
        return send(new Message.Done(step(name), new Outcome.Failed(because)));
    }

    private Step step(String name) {
        Step step = steps.remove(name);
        if (step == null) {
            throw new IllegalStateException("nothing is done to " + name + ", but to " + steps.keySet());
        }
        return step;
    }

    // ---- what the engine wants

    private List<String> send(Message message) {
        var lines = new ArrayList<String>();
        for (Effect effect : monitor.handle(message, now())) {
            note(effect);
            lines.addAll(line(effect));
        }
        return lines;
    }

    private void note(Effect effect) {
        if (effect instanceof Effect.Look look) {
            looks.put(look.service().name(), look);
        } else if (effect instanceof Effect.Perform(Step step)) {
            steps.put(step.service().name(), step);
        }
    }

    private static List<String> line(Effect effect) {
        return switch (effect) {
            case Effect.Look(long _, Service service, var _) -> List.of("look " + service.name());
            case Effect.Perform(Step step) -> List.of(step.deed().word() + " " + step.service().name());
            case Effect.Watch(Watched process) -> List.of("watch " + process.pid());
            case Effect.Unwatch(Watched process) -> List.of("unwatch " + process.pid());
            case Effect.Say(Severity level, String text) -> List.of(level.name().toLowerCase(Locale.ROOT) + (text.startsWith("'") ? LOG + text.substring(1) : " " + text));
            case Effect.Announce(var event, _) -> List.of("event " + event.service() + " " + event.kind().words(event.side()) + ", " + event.action()
                    + heard(event.audience()));
            case Effect.Still(var event, int cycle, _) -> List.of("still " + event.service() + " " + event.kind().words(event.side()) + ", " + cycle);
            case Effect.Reply(long _, String refused) -> List.of(refused.isEmpty() ? "reply" : "refuse " + refused);
            case Effect.Assure _ -> List.of("reply");
            case Effect.Limits _, Effect.Persist _ -> List.of();
        };
    }

    private static String heard(Audience audience) {
        String levels = audience.levels().stream().filter(l -> !l.equals(Delay.NONE)).map(l -> " after " + l.text()).collect(Collectors.joining());
        return (audience.escalated() ? " only" : "") + levels + (audience.quiet().isEmpty() ? "" : " (" + audience.quiet() + ")");
    }

    List<String> calmed(Calming wanted) {
        return send(new Message.Calmed(1, wanted));
    }

    Instant wall() {
        return now().wall();
    }

    List<jmonit.model.Silence> silences() {
        return monitor.snapshot(now().wall()).silences();
    }

    void retire() {
        monitor.retire();
    }

    boolean looksAt(String name) {
        return looks.containsKey(name);
    }

    Duration nextDue() {
        return monitor.nextDue();
    }

    boolean idle() {
        return monitor.idle();
    }

    Snapshot.View view(String name) {
        return monitor.snapshot(now().wall()).services().stream().filter(v -> v.service().name().equals(name)).findFirst().orElseThrow();
    }

    Remembered remembered() {
        return monitor.remember("boot");
    }

    boolean monitored(String name) {
        return monitor.remember("boot").services().stream().anyMatch(k -> k.name().equals(name) && k.monitored());
    }
}
