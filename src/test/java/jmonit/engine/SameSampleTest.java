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
import jmonit.model.Condition;
import jmonit.model.EventKind;
import jmonit.model.Presence;
import jmonit.model.Readings.Notes;
import jmonit.model.Rule;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.os.FakeFiles;
import jmonit.rule.Judge;
import jmonit.rule.Judgement;
import jmonit.rule.PathJudge;
import jmonit.rule.Question;
import jmonit.rule.SystemJudge;

/** A look that finds the very sample of the last one is judged only where something may come of it. */
class SameSampleTest {

    private static final Sample SMALL = sample(10);
    private static final Sample LARGE = sample(200);

    private final List<String> told = new ArrayList<>();
    private Duration elapsed = Duration.ZERO;

    private static Sample sample(int size) {
        return new Sample(Presence.HERE, new Notes().amount("size", Unit.BYTES, size).moment("timestamp", Instant.EPOCH).readings(), Map.of(),
                Trace.NONE);
    }

    /** The judge of files, which counts how often it is asked. */
    private static final class Counting implements Judge {

        private final Judge judge = new PathJudge("file", ZoneOffset.UTC);
        private int asked;

        @Override
        public List<Rule> standing(Service service) {
            return judge.standing(service);
        }

        @Override
        public int rank(Condition condition) {
            return judge.rank(condition);
        }

        @Override
        public EventKind kind(Condition condition) {
            return judge.kind(condition);
        }

        @Override
        public boolean ages(Condition condition) {
            return judge.ages(condition);
        }

        @Override
        public Judgement judge(Question question) {
            asked++;
            return judge.judge(question);
        }
    }

    private final Counting judge = new Counting();

    private Monitor monitor(String rule) {
        var text = "set daemon 1\ncheck file x with path /x\n" + rule;
        var read = Reading.of("/rc", BuiltIn.CATALOG, new FakeFiles().file("/rc", text), "plum");
        assertEquals(List.of(), read.diagnostics());
        return new Monitor(read.controlFile(), Map.of("file", judge, "system", new SystemJudge()), Remembered.NOTHING, false, now());
    }

    private Now now() {
        Instant wall = Instant.EPOCH.plus(elapsed);
        return new Now(wall, elapsed, LocalDateTime.ofInstant(wall, ZoneOffset.UTC));
    }

    private void cycle(Monitor monitor, Sample sample) {
        for (Effect effect : monitor.handle(new Message.Tick(), now())) {
            if (effect instanceof Effect.Look(long number, Service service, Trace _) && service.name().equals("x")) {
                monitor.handle(new Message.Looked(number, service, sample), now()).forEach(this::tell);
            }
        }
        elapsed = elapsed.plusSeconds(1);
    }

    private void tell(Effect effect) {
        if (effect instanceof Effect.Say(var _, String text)) {
            told.add(text.replaceFirst(" -- .*", ""));
        }
    }

    private int askedIn(Monitor monitor, Sample sample) {
        int before = judge.asked;
        cycle(monitor, sample);
        return judge.asked - before;
    }

    @Test
    void isNotJudgedAgainWhenNothingCameOfIt() {
        var monitor = monitor("if size > 100 B then alert");
        cycle(monitor, SMALL);
        cycle(monitor, SMALL);

        assertEquals(0, askedIn(monitor, SMALL));
        assertEquals(4, askedIn(monitor, sample(10)));
    }

    @Test
    void isToldInEachCycleWhileItFails() {
        var monitor = monitor("if size > 100 B then alert");
        for (int i = 0; i < 3; i++) {
            cycle(monitor, LARGE);
        }

        assertEquals(List.of("'x' size test failed for /x", "'x' size test failed for /x", "'x' size test failed for /x"), told);
    }

    @Test
    void movesWindowsOn() {
        var monitor = monitor("if size > 100 B for 3 cycles then alert else if succeeded for 2 cycles then alert");
        for (var sample : List.of(SMALL, SMALL, LARGE, LARGE, LARGE, SMALL, SMALL, SMALL)) {
            cycle(monitor, sample);
        }

        assertEquals(List.of("'x' size test failed for /x", "'x' size test failed for /x", "'x' size test failed for /x",
                "'x' size check succeeded [current size = 10 B]"), told);
    }

    @Test
    void isJudgedAgainWhereTimeGoesBy() {
        var monitor = monitor("if timestamp > 5 seconds then alert");
        for (int i = 0; i < 7; i++) {
            cycle(monitor, SMALL);
        }

        assertEquals(List.of("'x' modify/change time for /x failed"), told);
    }

    @Test
    void isJudgedAgainAfterAReload() {
        var monitor = monitor("if size > 100 B then alert");
        cycle(monitor, LARGE);
        cycle(monitor, SMALL);
        cycle(monitor, SMALL);
        var read = Reading.of("/rc", BuiltIn.CATALOG, new FakeFiles().file("/rc", "set daemon 1\ncheck file x with path /x if size > 5 B then alert"), "plum");
        told.clear();

        monitor.handle(new Message.Reloaded(read.controlFile()), now()).stream().filter(Effect.Look.class::isInstance).map(Effect.Look.class::cast)
                .filter(l -> l.service().name().equals("x"))
                .forEach(l -> monitor.handle(new Message.Looked(l.number(), l.service(), SMALL), now()).forEach(this::tell));

        assertEquals(List.of("'x' size test failed for /x"), told);
    }
}
