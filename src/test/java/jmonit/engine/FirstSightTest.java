package jmonit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

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
import jmonit.rule.SystemJudge;

/** What later looks are compared with is on disk almost at once: without it, a change just before a kill would be none after it. */
class FirstSightTest {

    private final List<Urgency> urgencies = new ArrayList<>();
    private Duration elapsed = Duration.ZERO;

    private static Monitor monitor(String rule) {
        var read = Reading.of("/rc", BuiltIn.CATALOG, new FakeFiles().file("/rc", "set daemon 1\ncheck file x with path /x\n" + rule), "plum");
        assertEquals(List.of(), read.diagnostics());
        return new Monitor(read.controlFile(), Map.of("file", new PathJudge("file", ZoneOffset.UTC), "system", new SystemJudge()),
                Remembered.NOTHING, false, at(Duration.ZERO));
    }

    private static Now at(Duration elapsed) {
        Instant wall = Instant.EPOCH.plus(elapsed);
        return new Now(wall, elapsed, LocalDateTime.ofInstant(wall, ZoneOffset.UTC));
    }

    private void cycle(Monitor monitor, int size, Trace trace) {
        var readings = new Notes().amount("size", Unit.BYTES, size).moment("timestamp", Instant.EPOCH).readings();
        for (Effect effect : monitor.handle(new Message.Tick(), at(elapsed))) {
            if (effect instanceof Effect.Look(long number, Service service, Trace _) && service.name().equals("x")) {
                var looked = new Message.Looked(number, service, new Sample(Presence.HERE, readings, Map.of(), trace));
                monitor.handle(looked, at(elapsed)).stream().filter(Effect.Persist.class::isInstance)
                        .forEach(e -> urgencies.add(((Effect.Persist) e).urgency()));
            }
        }
        elapsed = elapsed.plusSeconds(1);
    }

    @Test
    void keepsAlmostAtOnceWithWhatChangesAreCompared() {
        var monitor = monitor("if changed size then alert");
        cycle(monitor, 10, Trace.NONE);
        cycle(monitor, 10, Trace.NONE);
        cycle(monitor, 12, Trace.NONE);

        assertEquals(List.of(Urgency.FIRST, Urgency.NOW), urgencies);
    }

    @Test
    void keepsAlmostAtOnceWhereReadingBegan() {
        var monitor = monitor("if size > 1 MB then alert");
        cycle(monitor, 10, new Trace(Map.of("position", "10")));
        cycle(monitor, 12, new Trace(Map.of("position", "12")));

        assertEquals(List.of(Urgency.FIRST, Urgency.SOON), urgencies);
    }
}
