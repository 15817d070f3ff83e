package jmonit.history;

import static jmonit.history.Scene.NOON;
import static jmonit.history.Scene.NOTHING;
import static jmonit.history.Scene.PATH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jmonit.Lines;
import jmonit.model.Readings;
import jmonit.model.Rule;
import jmonit.model.Snapshot.Monitoring;
import jmonit.model.Snapshot.Work;
import jmonit.model.Unit;
import jmonit.os.FakeArchives;

class HistoryTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final Lines said = new Lines("jmonit.history");
    private final FakeArchives disk = new FakeArchives();
    private final Scene scene = new Scene(disk).service("web");

    @AfterEach
    void end() {
        said.close();
    }

    @Test
    void keepsAverageLowAndHighOfTwentySeconds() throws IOException {
        scene.record("web", 2, 4, 7, 7, 0, 1, 99);

        Series series = scene.series("web", Range.HOUR);

        assertEquals("3 7 0.5", Scene.shown(series.average()));
        assertEquals("2 7 0", Scene.shown(series.low()));
        assertEquals("4 7 1", Scene.shown(series.high()));
        assertEquals(Duration.ofSeconds(20), series.step());
        assertEquals(180, series.average().length);
        assertEquals(NOON.plusSeconds(60).minus(HOUR), series.from());
    }

    @Test
    void knowsNothingBeforeItHasRecorded() throws IOException {
        assertEquals(Optional.empty(), scene.history.series("web", "threads", Range.HOUR));
        assertEquals(List.of(), scene.history.all("web", Range.DAY));
        assertEquals(Map.of(), scene.history.sparks(Map.of("web", List.of("threads"))).services());
    }

    @Test
    void leavesAGapWhereNothingIsMeasured() throws IOException {
        scene.record("web", 1, 1, 2, NOTHING, NOTHING, NOTHING, 4, 4, 5);

        assertEquals("1 2 - 4", scene.hour("web"));
    }

    @Test
    void leavesAGapWhileAServiceIsNotMonitored() throws IOException {
        scene.record("web", 1, 1).is("web", Monitoring.NOT_MONITORED).record("web", 1, 1, 1, 1).is("web", Monitoring.MONITORED);
        scene.record("web", 5, 5, 5);

        assertEquals("1 - - 5", scene.hour("web"));
    }

    @Test
    void holdsTheLastValueBetweenCyclesButNotWhileALookHangs() throws IOException {
        scene.record("web", 1, 1).is("web", Monitoring.WAITING).record("web", 1, 1);
        scene.works("web", new Work("", true, true, 3)).record("web", 1, 1, 1);

        assertEquals("1 1 -", scene.hour("web"));
    }

    @Test
    void leavesAGapForTheTimeItDidNotRun() throws IOException {
        scene.record("web", 1, 1, 2, 2, 3, 3);
        scene.history.close();
        var later = scene.again(disk);
        later.now = scene.now.plusSeconds(60);

        later.record("web", 9, 9, 9);

        assertEquals("1 2 3 - - - 9", later.hour("web"));
    }

    @Test
    void keepsADayInStepsOfFiveMinutes() throws IOException {
        scene.pass(Duration.ofHours(25), "web", seconds -> seconds / 300).record();

        Series day = scene.series("web", Range.DAY);
        assertEquals(NOON.plus(HOUR), day.from());
        assertEquals(FIVE_MINUTES, day.step());
        assertEquals(288, day.average().length);
        for (int i = 0; i < 288; i++) {
            assertEquals(12 + i + 0.4833, day.average()[i], 0.1, "step " + i);
            assertEquals(12 + i, day.low()[i], 0.1);
            assertEquals(12 + i + 0.9667, day.high()[i], 0.1);
        }
        Series hour = scene.series("web", Range.HOUR);
        for (int i = 0; i < 180; i++) {
            assertEquals(288 + (i * 20 + 5) / 300.0, hour.average()[i], 0.1, "step " + i);
        }
        assertTrue(disk.content(PATH).length < 2 * 8 * 8 * (180 + 288) + 8192, "bytes " + disk.content(PATH).length);
        assertEquals(List.of(), said.said());
    }

    @Test
    void aKillLosesNoMoreThanTheStepThatWasBeingMeasured() throws IOException {
        scene.pass(Duration.ofMinutes(11).plusSeconds(30), "web", seconds -> 1);
        var later = scene.again(disk);

        later.pass(Duration.ofMinutes(4), "web", seconds -> 3);

        // Measured were 4.5 of these 5 minutes before the kill, in 14 steps of 15 of which one was lost.
        assertEquals("1 1", scene.day("web"));
        later.now = NOON.plus(Duration.ofMinutes(15)).plusSeconds(10);
        later.record();
        Series day = later.series("web", Range.DAY);
        assertEquals(3, IntStream.range(0, 288).filter(i -> !Double.isNaN(day.average()[i])).count());
        assertEquals(1, day.low()[287]);
        assertEquals(3, day.high()[287]);
    }

    @Test
    void makesUpForAStepOfTheDayThatEndedWhileItDidNotRun() throws IOException {
        scene.pass(Duration.ofMinutes(4), "web", seconds -> 7);
        var later = scene.again(disk);
        later.now = NOON.plus(Duration.ofHours(5));

        later.record("web", 1);

        assertEquals(7, later.series("web", Range.DAY).average()[288 - 60]);
    }

    @Test
    void whatIsCalledOtherwiseBeginsAnew() throws IOException {
        scene.pass(FIVE_MINUTES, "web", seconds -> 1).without("web").service("www").pass(FIVE_MINUTES, "www", seconds -> 2).record();

        assertEquals("2", scene.day("www"));
        assertEquals("1 -", scene.day("web"));
    }

    @Test
    void aPlaceIsFreeADayAfterItsServiceVanished() throws IOException {
        for (int i = 0; i < 8; i++) {
            scene.service("s" + i).has("s" + i, i);
        }
        scene.without("web").record();
        IntStream.range(1, 8).forEach(i -> scene.without("s" + i));

        scene.pass(Duration.ofHours(26), "s0", seconds -> 1);
        for (int i = 0; i < 12; i++) {
            scene.service("new" + i).has("new" + i, 100 + i);
        }
        scene.record().record().record().record();

        assertEquals(Optional.empty(), scene.history.series("s5", "threads", Range.DAY));
        assertEquals("102", scene.hour("new2").split(" ")[0]);
        var layout = new Layout(0, Layout.roomFor(8));
        assertEquals(16, layout.capacity());
        assertEquals(layout.columnAt(Range.DAY, 287) + layout.column().bytes(), disk.content(PATH).length);
    }

    @Test
    void valuesStayWhenTheFileGrowsAndWhenItShrinks() throws IOException {
        scene.pass(FIVE_MINUTES, "web", seconds -> 1);
        IntStream.range(0, 1500).forEach(i -> scene.service("s" + i).has("s" + i, i));
        scene.pass(FIVE_MINUTES, "web", seconds -> 2).record();

        assertEquals("1 2", scene.day("web"));
        assertEquals("1234", scene.day("s1234"));

        IntStream.range(0, 1500).filter(i -> i != 1234).forEach(i -> scene.without("s" + i));
        scene.pass(Duration.ofHours(26), "web", seconds -> 3);
        scene.history.close();
        long large = disk.content(PATH).length;
        var later = scene.again(disk).record().record().record();

        assertTrue(disk.content(PATH).length < large / 50, "bytes " + disk.content(PATH).length);
        assertTrue(later.hour("s1234").endsWith("1234 1234"), later.hour("s1234"));
        assertTrue(later.day("web").startsWith("3 3 3"), later.day("web"));
        assertEquals(List.of(), said.said());
    }

    @Test
    void tellsOnceThatItIsFull() throws IOException {
        IntStream.range(0, Layout.MOST + 10).forEach(i -> scene.service("s" + i).has("s" + i, i));

        scene.record().record().record().record();

        assertEquals("8190", scene.hour("s8190"));
        assertEquals(Optional.empty(), scene.history.series("s" + (Layout.MOST + 5), "threads", Range.HOUR));
        assertEquals(List.of("WARN The history is full with 16320 series -- threads of 's16320' and what else is new is not kept"),
                said.said());
        assertTrue(disk.content(PATH).length <= 64 << 20);
    }

    @Test
    void aFullDiskIsToldOnceAndSoIsItsEnd() throws IOException {
        scene.record("web", 1, 1, 2, 2, 3);
        disk.trouble("no space left on device");
        scene.record("web", 3, 4, 4, 5, 5, 6);
        disk.trouble("");
        scene.record("web", 6, 7, 7, 8, 8, 9);

        assertEquals("1 2 - - - 6 7 8", scene.hour("web"));
        assertEquals(List.of("ERROR The history is not kept -- cannot write /history: no space left on device",
                "INFO The history is kept again"), said.said());
    }

    @Test
    void aStepOfTheDayThatEndedOnAFullDiskIsMadeUpFor() throws IOException {
        scene.pass(Duration.ofMinutes(4), "web", seconds -> 2);
        disk.trouble("no space left on device");
        scene.pass(Duration.ofMinutes(2), "web", seconds -> 4);
        disk.trouble("");
        scene.record().record().record();

        assertEquals("2", scene.day("web"));
    }

    @Test
    void newSeriesWaitForADiskThatIsFull() throws IOException {
        scene.record("web", 1, 1, 1);
        disk.trouble("no space left on device");
        IntStream.range(0, 100).forEach(i -> scene.service("s" + i).has("s" + i, i));
        scene.record().record();
        disk.trouble("");
        scene.pass(FIVE_MINUTES, "web", seconds -> 1).record();

        assertTrue(scene.hour("s99").startsWith("99"), scene.hour("s99"));
        assertEquals(List.of("ERROR New series are not kept in the history -- cannot write /history.new: no space left on device",
                "ERROR The history is not kept -- cannot write /history: no space left on device",
                "INFO The history is kept again", "INFO New series are kept in the history again"), said.said());
    }

    @Test
    void beginsAnewWhereTheFileWasRemoved() throws IOException {
        scene.record("web", 1, 1, 2, 2, 3);
        disk.remove(PATH);
        scene.record("web", 3, 4, 4, 5);

        assertEquals("3 4", scene.hour("web"));
        assertEquals("3 4", scene.again(disk).record("web", 9).hour("web").replaceAll("( -)+$", ""));
        assertEquals(List.of(), said.said());
    }

    @Test
    void anHourBackLosesOnlyWhatIsWrittenAnew() throws IOException {
        scene.pass(Duration.ofHours(3), "web", seconds -> seconds / 60);
        scene.now = scene.now.minus(HOUR);
        scene.pass(Duration.ofMinutes(30), "web", seconds -> 1000).record();

        Series day = scene.series("web", Range.DAY);
        assertEquals(2.4, day.average()[288 - 30], 0.1);
        assertEquals(117.4, day.average()[288 - 7], 0.1);
        assertEquals(1000, day.average()[288 - 6]);
        assertEquals(1000, scene.series("web", Range.HOUR).average()[179]);
        assertEquals(List.of(), said.said());
    }

    @Test
    void aClockThatWasDaysAheadHidesNothing() throws IOException {
        scene.pass(HOUR, "web", seconds -> 1);
        Instant before = scene.now;
        scene.now = before.plus(Duration.ofDays(4000));
        scene.service("late").has("late", 5).record("web", 7, 7, 7);
        scene.now = before;
        scene.pass(HOUR, "web", seconds -> 3).record();

        String day = scene.day("web");
        assertEquals("1 1 1 1 1 1 1 1 1 1 1 1 3 3 3 3 3 3 3 3 3 3 3 3", day);
        assertTrue(scene.day("late").endsWith("5 5 5 5 5 5 5 5 5 5 5 5"), scene.day("late"));
    }

    @Test
    void outlivesAClockBefore1970() throws IOException {
        scene.record("web", 1, 1, 1);
        scene.now = Instant.EPOCH.minusSeconds(55);
        scene.record("web", 2, 2, 2, 2, 2, 2, 2, 2);

        assertTrue(scene.hour("web").endsWith("2 2 2"), scene.hour("web"));
        assertEquals(List.of(), said.said());
    }

    @Test
    void sparksHaveAValueForEachMinuteOfTheLastHour() throws IOException {
        scene.pass(Duration.ofMinutes(70), "web", seconds -> Math.floor(seconds / 60)).record("web", 99, 99, 99);

        Sparks sparks = scene.history.sparks(Map.of("web", List.of("threads", "no such"), "none", List.of("threads")));

        assertEquals(NOON.plus(Duration.ofMinutes(11)), sparks.from());
        assertEquals(Duration.ofMinutes(1), sparks.step());
        double[] values = sparks.services().get("web").get("threads");
        assertEquals(60, values.length);
        assertEquals("11 12 13", Scene.shown(values[0], values[1], values[2]));
        assertEquals("68 69 99", Scene.shown(values[57], values[58], values[59]));
        assertEquals(Map.of(), sparks.services().get("none"));
    }

    @Test
    void showsAllOfAService() throws IOException {
        scene.has("web", new Readings.Notes().amount("cpu", Unit.PERCENT, 12.5).count("pid", 4711).count("threads", 3).readings());

        scene.record().record().record();

        var ids = scene.history.all("web", Range.HOUR).stream().map(s -> s.id() + " " + s.label() + " " + s.unit()).sorted().toList();
        assertEquals(List.of("cpu.percent cpu PERCENT", "threads threads COUNT"), ids);
    }

    @Test
    void aFaultOfOursIsToldOnceAndHarmsNobody() {
        var faulty = new History(disk, PATH, new Labels() {

            @Override
            public String of(Readings.Key key) {
                throw new IllegalStateException("no label");
            }

            @Override
            public String of(Rule test) {
                throw new IllegalStateException("no label");
            }
        });
        var snapshot = scene.has("web", 1).snapshot();

        faulty.record(snapshot);
        faulty.record(snapshot);

        assertEquals(List.of("ERROR The history is not kept because of a fault in jmonit"), said.said());
    }
}
