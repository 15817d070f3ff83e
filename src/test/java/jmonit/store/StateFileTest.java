package jmonit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.engine.Deed;
import jmonit.engine.Remembered;
import jmonit.engine.Remembered.Begun;
import jmonit.engine.Remembered.Failed;
import jmonit.engine.Remembered.Heard;
import jmonit.engine.Remembered.Kept;
import jmonit.engine.Remembered.Told;
import jmonit.model.Acknowledgement;
import jmonit.model.Audience;
import jmonit.model.Delay;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Origin;
import jmonit.model.Scope;
import jmonit.model.Silence;
import jmonit.model.Silence.Remark;
import jmonit.model.Trace;
import jmonit.os.Keeper;
import jmonit.rule.RestartCount;
import jmonit.rule.RuleState;

class StateFileTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final String WEB = "service\tweb\tprocess\tunmonitored\n";
    private static final Remembered WEB_ONLY = new Remembered("b", List.of(kept("web", false)), List.of());

    private final Map<String, byte[]> disk = new HashMap<>();
    private final Keeper keeper = new Keeper() {

        @Override
        public Optional<byte[]> kept(String path) {
            return Optional.ofNullable(disk.get(path));
        }

        @Override
        public String aside(String path) {
            disk.put(path + ".unusable", disk.remove(path));
            return path + ".unusable";
        }

        @Override
        public void make(String path) {
            disk.putIfAbsent(path, new byte[0]);
        }

        @Override
        public void keep(String path, byte[] content) {
            disk.put(path, content);
        }

        @Override
        public void mark(String path, byte[] content) {
            throw new AssertionError("a state is more than a few bytes");
        }
    };
    private final StateFile file = new StateFile(keeper, "/s");

    private static Kept kept(String name, boolean monitored) {
        return new Kept(name, "process", monitored, Map.of(), Trace.NONE, RestartCount.NONE, List.of());
    }

    private void onDisk(String text) {
        disk.put("/s", text.getBytes(UTF_8));
    }

    private String text() {
        return new String(disk.get("/s"), UTF_8);
    }

    @Test
    void nothingIsRememberedAtFirst() throws IOException {
        assertEquals(Remembered.NOTHING, file.load());
        disk.put("/s", new byte[0]);
        assertEquals(Remembered.NOTHING, file.load());
    }

    @Test
    void makesItsFilesAtOnceAndTouchesNoneThatIsThere() throws IOException {
        onDisk("anything");

        file.prepare();

        assertEquals(java.util.Set.of("/s", "/s.twin"), disk.keySet());
        assertEquals("anything", text());
        disk.clear();
        file.prepare();
        assertEquals(Remembered.NOTHING, file.load());
    }

    @Test
    void givesBackAllThatItWasGiven() throws IOException {
        var states = Map.of("web:1", new RuleState(true, -1L, "a\tb\\n\nc\r", 7, NOW),
                "web:2", new RuleState(false, 5, "", 0, Instant.EPOCH));
        var trace = new Trace(Map.of("position", "12 34", "ümläut", "\\t\u2028 \0", "", ""));
        var web = new Kept("we\tb", "process", false, states, trace, new RestartCount(3, 4),
                List.of(new Begun(Deed.START, NOW, List.of(12345L)), new Begun(Deed.STOP, NOW)));
        var event = new Event(NOW, "web", "process", EventKind.EXEC, Event.Side.FAILED, "two\nlines", "restart", new Origin("/m", 12));
        var silenced = event.to(new Audience("silenced by ann: a\tb", List.of(Delay.NONE, Delay.cycles(3), Delay.of(Duration.ofMinutes(5)))));
        var heard = new Heard(Map.of("k", new Told(NOW, List.of(Delay.cycles(2))), "l", new Told(NOW, List.of())), List.of(silenced),
                List.of(new Acknowledgement(NOW, new Remark("bob", "on\nit"))));
        var quiet = new Kept("quiet", "process", true, Map.of(), Trace.NONE, RestartCount.NONE, List.of(),
                List.of(new Failed(NOW, "failed\tto start\n")), heard);
        var silences = List.of(new Silence(3, new Scope.All(), NOW, NOW.plusSeconds(60), Remark.NONE),
                new Silence(4, new Scope.Group("d\tb"), NOW, NOW, new Remark("ann", "why")),
                new Silence(5, new Scope.Named(List.of("web", "d\nb")), NOW, NOW, Remark.NONE));
        var all = new Remembered("boot-id", List.of(web, quiet, kept("other", true)), List.of(event, silenced),
                List.of(new Remembered.Order(Deed.STOP, "we\tb"), new Remembered.Order(Deed.RESTART, "other")), silences);

        file.save(all);

        assertEquals(all, file.load());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "jmonit state 2\n", "jmonit state 2\nboot\tb\n" + WEB, "jmonit state 2\nboot\tb\n" + WEB + "en",
            "jmonit state 3\nboot\tb\nend\n", "jmonit state 2\nservice\tweb\nend\n", "jmonit state 2\n" + WEB + "restarts\tx\ty\nend\n",
            "jmonit state 2\n" + WEB + "begun\tDANCE\t1\nend\n", "\0\1\2\377", "<html>", "jmonit state 2\n" + WEB + "rule\tk\nend\n"})
    void whatIsNotWholeOrNotOursIsKeptAside(String content) throws IOException {
        onDisk(content);

        String message = assertThrows(IOException.class, file::load).getMessage();

        assertTrue(message.startsWith("the state file /s ") && message.endsWith("; it is kept as /s.unusable"), message);
        assertEquals(Remembered.NOTHING, file.load());
        assertTrue(disk.containsKey("/s.unusable"));
    }

    @Test
    void readsWhatEarlierVersionsWrote() throws IOException {
        onDisk("jmonit state 2\nboot\tb\n" + WEB + "rule\tk\tfailing\t3\t2\tmemory\n"
                + "event\t1\tweb\tprocess\tEXEC\tFAILED\tx\talert\t/m\t1\nend\n");

        var remembered = file.load();

        assertEquals(new RuleState(true, 3, "memory", 2, Instant.EPOCH), remembered.services().getFirst().states().get("k"));
        assertEquals(Audience.USUAL, remembered.events().getFirst().audience());
    }

    @Test
    void leavesOutLinesOfALaterVersion() throws IOException {
        String later = "colour\tred\nevent\t1\tweb\tprocess\tBIRTHDAY\tFAILED\tx\talert\t/m\t1\n";
        onDisk("jmonit state 2\nboot\tb\tmore\nmood\tgood\n" + WEB + later + "end\n");

        assertEquals(WEB_ONLY, file.load());
    }

    @Test
    void writesTextThatAnOperatorCanRead() throws IOException {
        file.save(WEB_ONLY);

        file.save(WEB_ONLY);

        assertEquals("jmonit state 2\nwritten\t1\nboot\tb\n" + WEB + "end\n", text());
    }

    @Test
    void writesWhatHasChangedSinceItWasWrittenLast() throws IOException {
        Kept db = kept("db", true);
        var event = new Event(NOW, "db", "process", EventKind.EXEC, Event.Side.FAILED, "one", "restart", new Origin("/m", 12));
        file.save(new Remembered("b", List.of(kept("web", true), db), List.of(event)));
        var changed = new Remembered("b", List.of(db, kept("web", false), kept("new", true)), List.of(event.at(NOW.plusSeconds(1)), event));

        file.save(changed);

        assertEquals(changed, file.load());
        file.save(WEB_ONLY);
        assertEquals(WEB_ONLY, file.load());
    }

    @Test
    void aKillInTheMiddleOfAnyWritingCostsOnlyThat() throws IOException {
        for (int saves = 2; saves < 6; saves++) {
            disk.clear();
            var killed = new StateFile(keeper, "/s");
            for (int i = 1; i <= saves; i++) {
                killed.save(new Remembered("b" + i, List.of(), List.of()));
            }
            String last = saves % 2 == 0 ? "/s.twin" : "/s";
            byte[] whole = disk.get(last);
            for (int length = 0; length < whole.length; length++) {
                disk.put(last, Arrays.copyOf(whole, length));
                var reborn = new StateFile(keeper, "/s");

                // Without the last line end it is as good as whole.
                assertEquals("b" + (length == whole.length - 1 ? saves : saves - 1), reborn.load().boot());
            }
        }
    }

    @Test
    void writesOnlyWhatIsOlder() throws IOException {
        for (int i = 1; i <= 5; i++) {
            file.save(new Remembered("b" + i, List.of(), List.of()));
            byte[] newest = disk.get(i % 2 == 0 ? "/s.twin" : "/s");
            var reborn = new StateFile(keeper, "/s");
            reborn.load();
            reborn.save(WEB_ONLY);

            assertArrayEquals(newest, disk.get(i % 2 == 0 ? "/s.twin" : "/s"));
            disk.remove(i % 2 == 0 ? "/s" : "/s.twin");
        }
    }
}
