package jmonit.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.Lines;
import jmonit.os.live.LiveArchives;

/** A real file, whose recorder is killed again and again in the middle of simulated days; and one that is read while it is recorded. */
@Tag("live")
class HistoryLiveTest {

    private static final int KILLS = 6;
    private static final int SERVICES = 700;
    private static final int CYCLE = 100;

    @TempDir
    private Path directory;
    private final Lines said = new Lines("jmonit.history");

    @AfterEach
    void end() {
        said.close();
    }

    /** What a service has at a moment, so that whoever reads it later knows what to expect. */
    private static double expected(int service, long second) {
        return service * 5 + second / 20 % CYCLE / 50.0;
    }

    /** Records as fast as it can, until it is killed; each line it says is a step that was written. */
    public static void main(String[] arguments) {
        var scene = scene(Path.of(arguments[0]));
        scene.now = Instant.parse(arguments[1]);
        while (true) {
            step(scene);
            System.out.println(scene.now);
        }
    }

    private static Scene scene(Path directory) {
        var scene = new Scene(new LiveArchives(), directory.resolve("history").toString());
        for (int i = 0; i < SERVICES; i++) {
            scene.service("s" + i);
        }
        return scene;
    }

    private static void step(Scene scene) {
        for (int i = 0; i < SERVICES; i++) {
            scene.has("s" + i, expected(i, scene.now.getEpochSecond()));
        }
        scene.record();
    }

    private Instant recordedUntilKilled(Instant from, long milliseconds) throws IOException, InterruptedException {
        var said = directory.resolve("said");
        Files.deleteIfExists(said);
        var child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp",
                System.getProperty("java.class.path"), HistoryLiveTest.class.getName(), directory.toString(), from.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(said.toFile()).start();
        try {
            while (child.isAlive() && Files.size(said) == 0) {
                Thread.sleep(5);
            }
            Thread.sleep(milliseconds);
        } finally {
            child.destroyForcibly().waitFor();
        }
        var steps = Files.readAllLines(said).stream().filter(line -> line.endsWith("Z")).toList();
        return Instant.parse(steps.getLast());
    }

    @Test
    void killsCostAStepEachAndNothingElse() throws IOException, InterruptedException {
        var random = new Random(7);
        var now = Scene.NOON;
        for (int i = 0; i < KILLS; i++) {
            now = recordedUntilKilled(now, 100 + random.nextInt(400));
            check(now);
        }
        assertEquals(List.of(), said.said());
        assertFalse(Files.exists(directory.resolve("history.unusable")));
    }

    private void check(Instant now) throws IOException {
        var copy = Files.createTempDirectory(directory, "copy");
        Files.copy(directory.resolve("history"), copy.resolve("history"));
        var scene = scene(copy);
        scene.now = now;
        scene.record();
        step(scene);
        for (int i = 0; i < SERVICES; i += 97) {
            check(i, scene.series("s" + i, Range.HOUR), scene.series("s" + i, Range.DAY));
        }
    }

    private static void check(int service, Series hour, Series day) {
        int gaps = 0;
        for (int i = 0; i < hour.average().length; i++) {
            double expected = expected(service, hour.from().getEpochSecond() + i * 20L);
            gaps += Double.isNaN(hour.average()[i]) ? 1 : 0;
            assertTrue(Double.isNaN(hour.average()[i]) || Math.abs(hour.average()[i] - expected) <= expected / 1000 + 0.001,
                    () -> "series " + service + " has " + Arrays.toString(hour.average()) + " where " + expected + " was");
        }
        int lost = gaps;
        assertTrue(lost <= KILLS || hour.from().isBefore(Scene.NOON), () -> "gaps: " + lost);
        for (int i = 0; i < day.average().length; i++) {
            double value = day.average()[i];
            boolean possible = value >= service * 4.99 && value <= service * 5.01 + 2;
            assertTrue(Double.isNaN(value) || possible, () -> "series " + service + " has " + value);
        }
    }

    @Test
    void whoReadsMeanwhileSeesNothingWrong() throws Exception {
        var scene = scene(directory);
        step(scene);
        var done = new AtomicBoolean();
        var problems = new CopyOnWriteArrayList<String>();
        var reader = Thread.ofVirtual().start(() -> {
            while (!done.get()) {
                try {
                    check(612, scene.series("s612", Range.HOUR), scene.series("s612", Range.DAY));
                } catch (IOException | AssertionError e) {
                    problems.add(e.toString());
                }
            }
        });

        for (int i = 0; i < 400; i++) {
            step(scene);
        }
        done.set(true);
        reader.join();

        assertEquals(List.of(), problems.stream().filter(p -> !p.contains("gaps")).toList());
    }
}
