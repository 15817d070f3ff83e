package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jmonit.BuiltIn;
import jmonit.config.Reading;
import jmonit.model.Presence;
import jmonit.model.Readings.Notes;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.os.FakeFiles;
import jmonit.rule.PathJudge;
import jmonit.rule.ProcessJudge;
import jmonit.rule.SystemJudge;

/** A scripted machine for the engine: processes that are up or not, files that are there or not, programs that do what they should or not. */
final class Scene {

    private static final String PATH = "/etc/monitrc";
    private static final Outcome EXITED = new Outcome.Succeeded("exited with 0");

    private final Monitor monitor;
    private final Map<String, Integer> processes = new HashMap<>();
    private final Map<String, Integer> threads = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> alerts = new ArrayList<>();
    private final List<String> executed = new ArrayList<>();
    private Duration elapsed = Duration.ZERO;
    private int lastPid = 100;

    /** A control file as an operator writes it; cycles of one second. */
    Scene(String controlFile) {
        var read = Reading.of(PATH, BuiltIn.CATALOG, new FakeFiles().file(PATH, "set daemon 1\n" + controlFile), "plum");
        assertEquals(List.of(), read.diagnostics());
        monitor = new Monitor(read.controlFile(),
                Map.of("process", new ProcessJudge(), "file", new PathJudge("file", ZoneOffset.UTC), "system", new SystemJudge()), Remembered.NOTHING,
                false, now());
    }

    private Now now() {
        Instant wall = Instant.EPOCH.plus(elapsed);
        return new Now(wall, elapsed, LocalDateTime.ofInstant(wall, ZoneOffset.UTC));
    }

    // ---- the machine

    Scene up(String... names) {
        for (String name : names) {
            processes.put(name, ++lastPid);
        }
        return this;
    }

    /** Nobody is told. */
    Scene down(String... names) {
        List.of(names).forEach(processes::remove);
        return this;
    }

    Scene threads(String name, int count) {
        threads.put(name, count);
        return this;
    }

    Scene file(String name, int size) {
        sizes.put(name, size);
        return this;
    }

    Scene gone(String file) {
        sizes.remove(file);
        return this;
    }

    /** Neither start nor stop programs of it do anything. */
    Scene broken(String name) {
        broken.add(name);
        return this;
    }

    Scene repaired(String name) {
        broken.remove(name);
        return this;
    }

    // ---- what happens

    Scene cycle() {
        handle(new Message.Tick());
        elapsed = elapsed.plusSeconds(1);
        return this;
    }

    Scene cycles(int count) {
        for (int i = 0; i < count; i++) {
            cycle();
        }
        return this;
    }

    /** An operator asks for it. */
    Scene asked(Request.Wish wish, String... services) {
        handle(new Message.Asked(new Request(1, wish, List.of(services))));
        return this;
    }

    /** A process ends, and its end is told. */
    Scene dies(String name) {
        int pid = processes.remove(name);
        handle(new Message.Exited(new Watched(pid, pid)));
        return this;
    }

    private void handle(Message first) {
        Deque<Message> messages = new ArrayDeque<>(List.of(first));
        while (!messages.isEmpty()) {
            monitor.handle(messages.poll(), now()).forEach(effect -> carryOut(effect, messages));
        }
    }

    private void carryOut(Effect effect, Deque<Message> answers) {
        switch (effect) {
            case Effect.Look(long number, Service service, Trace _) -> answers.add(new Message.Looked(number, service, sample(service)));
            case Effect.Perform(Step step) -> answers.add(new Message.Done(step, outcome(step)));
            case Effect.Say(Severity level, String text) when level != Severity.DEBUG -> told.add(text.replaceFirst("^'([^']+)'", "$1"));
            case Effect.Announce(var event, _) -> alerts.add(event.service() + ": " + event.because());
            case Effect.Say _, Effect.Watch _, Effect.Unwatch _, Effect.Reply _, Effect.Assure _, Effect.Still _, Effect.Limits _, Effect.Persist _ -> { }
        }
    }

    private Sample sample(Service service) {
        String name = service.name();
        return switch (service.type()) {
            case "process" -> processes.containsKey(name) ? process(name, processes.get(name)) : missing("process is not running");
            case "system" -> here(new Notes());
            default -> sizes.containsKey(name)
                    ? here(new Notes().amount("size", Unit.BYTES, sizes.get(name))) : missing("file doesn't exist");
        };
    }

    private Sample process(String name, int pid) {
        return here(new Notes().text("state", "running").count("pid", pid).count("start", pid)
                .count("threads", threads.getOrDefault(name, 1)).count("children", 0));
    }

    private static Sample here(Notes notes) {
        return new Sample(Presence.HERE, notes.readings(), Map.of(), Trace.NONE);
    }

    private static Sample missing(String because) {
        return Sample.absent(new Presence.Missing(because), Trace.NONE);
    }

    private Outcome outcome(Step step) {
        String name = step.service().name();
        boolean idle = step.service().type().equals("process") && processes.containsKey(name) == (step.deed() == Deed.START);
        if (step.deed() == Deed.EXEC) {
            executed.add(step.command().program());
        }
        if (step.deed() == Deed.EXEC || idle && step.deed() != Deed.RESTART) {
            return Outcome.SUCCEEDED;
        }
        told.add(name + " " + step.deed().word());
        if (broken.contains(name)) {
            return new Outcome.Failed("failed to " + step.deed().word());
        }
        processes.remove(name);
        return step.deed() == Deed.STOP ? EXITED : started(name);
    }

    private Outcome started(String name) {
        up(name);
        return EXITED;
    }

    // ---- what was seen of it

    /** The log since the last call, without pids, and names without quotes. */
    String told() {
        String log = String.join("\n", told).replaceAll("(?m) with pid \\d+$", "") + "\n";
        told.clear();
        return log;
    }

    /** The programs of actions that were really run. */
    List<String> executed() {
        return List.copyOf(executed);
    }

    String alerts() {
        String all = String.join("\n", alerts).replaceAll("(?m) with pid \\d+$", "") + "\n";
        alerts.clear();
        return all;
    }
}
