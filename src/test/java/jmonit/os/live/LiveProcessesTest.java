package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.os.CommandLine;
import jmonit.os.ProcessFacts;
import jmonit.os.ProcessId;

class LiveProcessesTest {

    private static final int SELF = (int) ProcessHandle.current().pid();
    private static final int NOBODY = 4_194_305;

    private final LiveProcesses processes = new LiveProcesses();

    @Test
    void knowsThisVeryProcess() {
        var self = processes.find(SELF).orElseThrow();

        assertEquals(SELF, self.pid());
        assertEquals(ProcessHandle.current().parent().orElseThrow().pid(), self.parent());
        assertEquals("java", self.name());
        assertFalse(self.zombie());
        assertTrue(self.threads() > 5 && self.memory() > 10 << 20, self.toString());
        assertTrue(self.processor().own().isPositive(), self.toString());
        assertTrue(self.started().compareTo(new LiveSurroundings().uptime()) < 0, self.toString());
    }

    @Test
    void knowsNothingOfAPidThatNobodyHas() {
        assertEquals(Optional.empty(), processes.find(NOBODY));
        assertEquals(Optional.empty(), processes.command(NOBODY));
    }

    @Test
    void readsEachFieldWhateverTheProgramIsCalled(@TempDir Path directory) throws IOException {
        var line = Files.writeString(directory.resolve("stat"), "8720 (a b) Z (c) Z 8676 8672 3253 0 -1 4227148 223 0 0 0 11 12 3 4 20 0 "
                + "7 0 1222500 0 25 18446744073709551615 0 0 0 0 0 0 0 16781318 0 1 0 0 17 0 0\n");
        var file = new ProcFile();
        file.read(line.toString());

        var facts = new StatLine(file, 4096).facts();

        assertEquals(new ProcessFacts(new ProcessId(8720, 1222500), 8676, "a b) Z (c", true, 7,
                new ProcessFacts.Processor(Duration.ofMillis(230), Duration.ofMillis(70)), Duration.ofSeconds(12_225), 25 * 4096), facts);
    }

    @Test
    void tellsAZombieUntilItIsWaitedFor() throws Exception {
        try (var children = new Children()) {
            // The shell is gone before its child ends, and sleep waits for nobody.
            var parent = processes.find(Children.pid(children.ready("sleep 0.1 & echo ready; exec sleep 60"))).orElseThrow();
            var deadline = System.nanoTime() + 10_000_000_000L;
            var zombie = Stream.generate(() -> processes.descendants(parent).getFirst())
                    .takeWhile(_ -> System.nanoTime() < deadline).filter(ProcessFacts::zombie).findFirst().orElseThrow();

            assertEquals(Optional.of(new CommandLine(zombie.pid(), "sleep")), processes.command(zombie.pid()));
        }
    }

    @Test
    void findsAllDescendantsInBothWays() throws Exception {
        try (var children = new Children()) {
            var top = children.ready("sh -c 'sleep 61 & sleep 62 & echo ready; wait' & sleep 63 & wait");
            var facts = processes.find(Children.pid(top)).orElseThrow();

            var byTable = pids(new Descendants(false).of(facts));

            assertEquals(4, byTable.size());
            assertEquals(byTable, pids(processes.descendants(facts)));
        }
    }

    private static List<Integer> pids(List<ProcessFacts> processes) {
        return processes.stream().map(ProcessFacts::pid).sorted().toList();
    }

    @Test
    void writesACommandLineWithBlanksBetweenItsWords() throws Exception {
        try (var children = new Children()) {
            var child = children.start("sleep", "60.5");

            assertEquals("sleep 60.5", processes.command(Children.pid(child)).orElseThrow().words());
            assertTrue(processes.commands(Duration.ZERO).contains(new CommandLine(Children.pid(child), "sleep 60.5")));
        }
    }

    @Test
    void callsAKernelThreadByItsName() {
        assumeTrue(processes.find(2).filter(f -> f.name().equals("kthreadd")).isPresent(), "no kernel threads are to be seen here");

        assertEquals(Optional.of(new CommandLine(2, "kthreadd")), processes.command(2));
    }

    @Test
    void sharesATableWithinItsAge() throws Exception {
        var first = processes.commands(Duration.ZERO);

        assertSame(first, processes.commands(Duration.ofMinutes(1)));
        assertNotEquals(System.identityHashCode(first), System.identityHashCode(processes.commands(Duration.ZERO)));
    }
}
