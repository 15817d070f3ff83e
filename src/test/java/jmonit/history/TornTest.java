package jmonit.history;

import static jmonit.history.Scene.PATH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.Lines;
import jmonit.os.FakeArchives;

/** What is on the disk when the process, or the machine, ends at the worst moment; and what was never ours. */
class TornTest {

    private static final int STEPS = 15;

    private final Lines said = new Lines("jmonit.history");

    @AfterEach
    void end() {
        said.close();
    }

    /** A service that counts the steps from one on, five minutes long; what is next is the writing of a step, and of the day. */
    private static Scene counting(FakeArchives disk) {
        var scene = new Scene(disk).service("web").service("other").has("other", 77);
        return scene.pass(Duration.ofMinutes(5), "web", seconds -> 1 + Math.floor(seconds / 20));
    }

    /** Whether the last step is there; all before it have to be. */
    private static boolean survived(FakeArchives disk, Scene before, int next) throws IOException {
        disk.killAfter(Long.MAX_VALUE);
        var after = before.again(disk);
        after.now = before.now;
        after.has("web", 100).record().record().record();
        double[] hour = after.series("web", Range.HOUR).average();
        int first = IntStream.range(0, hour.length).filter(i -> !Double.isNaN(hour[i])).findFirst().orElseThrow();
        for (int i = 0; i < next - 1; i++) {
            assertEquals(1 + i, hour[first + i], "step " + i);
        }
        double last = hour[first + next - 1];
        assertTrue(Double.isNaN(last) || last == next, "the last step has " + last);
        assertEquals(77, after.series("other", Range.HOUR).average()[first]);
        return !Double.isNaN(last);
    }

    @Test
    void aWritingThatEndsAtAnyByteLosesNoMoreThanItsStep() throws IOException {
        var whole = new FakeArchives();
        var scene = counting(whole);
        long before = whole.written();
        scene.service("new").has("new", 5).record();
        int bytes = (int) (whole.written() - before);
        assertTrue(bytes > 150, "bytes " + bytes);

        for (int end = 0; end < bytes; end++) {
            var disk = new FakeArchives();
            var torn = counting(disk);
            disk.killAfter(end);
            assertThrows(FakeArchives.Killed.class, torn::record);

            survived(disk.copy(), torn, STEPS);
        }
        assertTrue(survived(whole.copy(), scene, STEPS));
        assertEquals(List.of(), said.said());
    }

    @Test
    void theIndexIsNeverLostWhileItIsWritten() throws IOException {
        var whole = new FakeArchives();
        int bytes = bytesOfStepAfterNewSeries(whole, Long.MAX_VALUE);

        for (int end = 0; end < bytes; end++) {
            var disk = new FakeArchives();
            int kill = end;
            assertThrows(FakeArchives.Killed.class, () -> bytesOfStepAfterNewSeries(disk, kill));
            disk.killAfter(Long.MAX_VALUE);

            var after = new Scene(disk.copy()).service("web");
            after.now = Scene.NOON.plusSeconds(340);
            after.record("web", 100);

            assertTrue(after.hour("web").startsWith("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"), after.hour("web"));
        }
        assertEquals(List.of(), said.said());
    }

    private static int bytesOfStepAfterNewSeries(FakeArchives disk, long kill) {
        var scene = counting(disk).record().service("new").has("new", 5).record();
        long before = disk.written();
        disk.killAfter(kill);
        scene.record();
        return (int) (disk.written() - before);
    }

    @Test
    void aFileThatIsMadeLargerIsTheOldOneOrTheNew() throws IOException {
        var whole = new FakeArchives();
        int bytes = bytesOfGrowth(whole, Long.MAX_VALUE);
        assertTrue(bytes > 5000, "bytes " + bytes);

        for (int end = 0; end < bytes; end += 37) {
            var disk = new FakeArchives();
            int kill = end;
            assertThrows(FakeArchives.Killed.class, () -> bytesOfGrowth(disk, kill));

            var scene = counting(new FakeArchives());
            survived(disk.copy(), scene, STEPS);
        }
        assertEquals(List.of(), said.said());
    }

    private static int bytesOfGrowth(FakeArchives disk, long kill) {
        var scene = counting(disk);
        scene.record();
        IntStream.range(0, 30).forEach(i -> scene.service("s" + i).has("s" + i, i));
        long before = disk.written();
        disk.killAfter(kill);
        scene.record();
        return (int) (disk.written() - before);
    }

    @Test
    void aByteThatRotsCostsAStepAtMost() throws IOException {
        var disk = new FakeArchives();
        var scene = counting(disk);
        scene.record();
        var layout = new Layout(0, 8);
        int column = (int) layout.columnAt(Range.HOUR, Range.HOUR.stepOf(Scene.NOON));
        for (int i = 0; i < layout.column().bytes(); i++) {
            var rotten = disk.content(PATH).clone();
            rotten[column + i] ^= 0x10;
            var other = disk.copy().content(PATH, rotten);

            var after = scene.again(other).record("web", 16, 16);

            // The four bytes after the checksum mean nothing.
            String expected = i >= 4 && i < 8 ? "1 2 3" : "2 3";
            assertTrue(after.hour("web").startsWith(expected), after.hour("web"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 17, 25, 33, 41, 47})
    void anotherVersionIsKeptAsideAndToldOnce(int byteOfHead) throws IOException {
        var disk = new FakeArchives();
        var scene = counting(disk);
        byte[] content = disk.content(PATH);
        content[byteOfHead] ^= 1;
        disk.content(PATH, content);

        beginsAnew(disk, scene, content);
    }

    @Test
    void aLaterVersionIsKeptAsideAndToldOnce() throws IOException {
        var disk = new FakeArchives();
        var scene = counting(disk);
        byte[] content = disk.content(PATH);
        content[Block.HEAD + Long.BYTES - 1] = 2;
        Block.seal(content, 0, Block.HEAD + 48, 0x6a6d6f6e48697374L);
        disk.content(PATH, content);

        beginsAnew(disk, scene, content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "jmonHist", "<html>not found</html>"})
    void whatIsNoHistoryIsKeptAsideAndToldOnce(String content) throws IOException {
        var scene = counting(new FakeArchives());
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);

        beginsAnew(new FakeArchives().content(PATH, bytes), scene, bytes);
    }

    private void beginsAnew(FakeArchives disk, Scene scene, byte[] old) throws IOException {
        var after = scene.again(disk).record("web", 5, 5, 6, 6, 7);

        assertEquals("5 6", after.hour("web"));
        assertEquals(List.of("WARN The history begins anew -- /history holds none that this version can read;"
                + " it is kept as /history.unusable"), said.said());
        assertTrue(Arrays.equals(old, disk.content(PATH + ".unusable")));
        assertFalse(disk.has(PATH + ".new"));
    }

    @Test
    void anEmptyFileIsNoMatter() throws IOException {
        var after = new Scene(new FakeArchives().content(PATH, new byte[0])).service("web").record("web", 5, 5, 6, 6, 7);

        assertEquals("5 6", after.hour("web"));
        assertEquals(List.of(), said.said());
    }

    /** It is filled in its place, which the folder does not show. */
    @Test
    void aFirstFileThatIsNotWholeYetIsFilledAnew() throws IOException {
        var whole = new FakeArchives().content(PATH, new byte[0]);
        new Scene(whole).service("web").record("web", 5, 5);
        long bytes = whole.written();
        assertTrue(bytes > 200, "bytes " + bytes);

        for (int end = 0; end < bytes; end++) {
            var disk = new FakeArchives().content(PATH, new byte[0]);
            disk.killAfter(end);
            assertThrows(FakeArchives.Killed.class, () -> new Scene(disk).service("web").record("web", 5, 5));
            assertFalse(disk.has(PATH + ".new"));

            assertEquals("5 6", new Scene(disk.copy()).service("web").record("web", 5, 5, 6, 6, 7).hour("web"));
        }
        // Only half of a head looks like a file of somebody else.
        assertTrue(said.said().size() < Block.HEAD + 48, said.said().size() + " lines");
    }

    @Test
    void aFileCutShortHasGaps() throws IOException {
        var disk = new FakeArchives();
        var scene = counting(disk);
        var layout = new Layout(0, 8);
        int third = (int) layout.columnAt(Range.HOUR, Range.HOUR.stepOf(Scene.NOON.plusSeconds(40)));
        var after = scene.again(disk.copy().content(PATH, Arrays.copyOf(disk.content(PATH), third + 11)));

        after.record("web", 16, 16);

        assertTrue(after.hour("web").startsWith("1 2 - - -"), after.hour("web"));
        assertEquals(List.of(), said.said());
    }

    @Test
    void aForeignFileThatTakesTheNameIsKeptAside() throws IOException {
        var disk = new FakeArchives();
        var scene = counting(disk);
        var strange = new FakeArchives();
        counting(strange);
        disk.content(PATH, strange.content(PATH));

        assertEquals("", scene.hour("web"));
        scene.record("web", 5, 5, 5);

        assertTrue(scene.hour("web").matches("15 5"), scene.hour("web"));
        assertEquals(1, said.said().size());
    }
}
