package jmonit.os.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jmonit.os.FileFacts.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveFilesTest {

    private final LiveFiles files = new LiveFiles();

    @TempDir
    private Path directory;

    @Test
    void knowsARegularFile() throws IOException {
        var path = file("monitrc", "set daemon 5\n");

        var facts = files.facts(path).orElseThrow();

        assertEquals(Kind.FILE, facts.kind());
        assertEquals(13, facts.size());
        assertFalse(facts.link());
    }

    @Test
    @Timeout(60)
    void doesNotSearchTheFoldersOfANameThatIsTooLong() {
        assertThrows(IOException.class, () -> files.facts("/a".repeat(1 << 19)));
    }

    @Test
    void knowsOwnerDeviceAndInode() throws IOException {
        var path = file("monitrc", "");

        var facts = files.facts(path).orElseThrow();

        assertEquals(stat(path), facts.uid() + " " + facts.gid() + " " + facts.device() + " " + facts.inode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0600", "0755", "0000", "4711", "2750", "1777", "0777"})
    void knowsAllTwelvePermissionBits(String mode) throws IOException {
        var path = file("program", "");
        Files.setAttribute(Path.of(path), "unix:mode", Integer.parseInt(mode, 8));

        assertEquals(mode, "%04o".formatted(files.facts(path).orElseThrow().mode()));
    }

    @Test
    void knowsADirectory() throws IOException {
        assertEquals(Kind.DIRECTORY, kind(directory.toString()));
    }

    @Test
    void knowsAFifo() throws IOException {
        assertEquals(Kind.FIFO, kind(fifo()));
    }

    @Test
    void knowsASocket() throws IOException {
        var path = directory.resolve("socket");

        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));

            assertEquals(Kind.SOCKET, kind(path.toString()));
        }
    }

    @Test
    void knowsADevice() throws IOException {
        assertEquals(Kind.DEVICE, kind("/dev/zero"));
    }

    @Test
    void followsALinkAndSaysSo() throws IOException {
        var path = link("link", file("monitrc", "12345"));

        var facts = files.facts(path).orElseThrow();

        assertEquals(Kind.FILE, facts.kind());
        assertEquals(5, facts.size());
        assertTrue(facts.link());
    }

    @Test
    void findsNothingBehindADanglingLink() throws IOException {
        assertEquals(Optional.empty(), files.facts(link("link", directory + "/nowhere")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "missing/below", "monitrc/below", "monitrc/below/deeper"})
    void findsNothingWhereNothingIs(String name) throws IOException {
        file("monitrc", "");

        assertEquals(Optional.empty(), files.facts(directory + "/" + name));
    }

    @Test
    void findsNothingUnderTheEmptyName() throws IOException {
        assertEquals(Optional.empty(), files.facts(""));
    }

    @Test
    void reportsALinkThatLeadsToItself() throws IOException {
        var path = link("loop", directory + "/loop");

        var failure = assertThrows(IOException.class, () -> files.facts(path));

        assertTrue(failure.getMessage().startsWith("cannot look at " + path + ": "), failure.getMessage());
    }

    @Test
    void reportsANameThatIsTooLong() {
        var path = directory + "/" + "x".repeat(300);

        refuses("cannot look at " + path + ": file name too long", () -> files.facts(path));
    }

    @Test
    void reportsANameWithAZeroByte() {
        refuses("cannot look at a\0b: no file can have this name here", () -> files.facts("a\0b"));
    }

    @Test
    void readsAFileOfExactlyTheLimit() throws IOException {
        assertArrayEquals("12345".getBytes(UTF_8), files.read(file("five", "12345"), 5));
        assertArrayEquals("x".repeat(1500).getBytes(UTF_8), files.read(file("many", "x".repeat(1500)), 1500));
    }

    @Test
    void readsAFileWhoseSizeIsNotKnownBefore() throws IOException {
        assertTrue(files.read("/proc/self/status", 1 << 20).length > 0);
    }

    @Test
    void refusesAFileLargerThanTheLimit() throws IOException {
        var path = file("six", "123456");

        refuses("cannot read " + path + ": larger than 5 bytes", () -> files.read(path, 5));
    }

    @Test
    void refusesToReadWhatIsNotThere() {
        var path = directory + "/missing";

        refuses("cannot read " + path + ": no such file or directory", () -> files.read(path, 5));
    }

    @Test
    void refusesToReadWhatItMayNot() throws IOException {
        var path = file("secret", "");
        Files.setAttribute(Path.of(path), "unix:mode", 0);
        assumeFalse(files.readable(path), "root may read everything");

        refuses("cannot read " + path + ": permission denied", () -> files.read(path, 5));
    }

    @Test
    void refusesToReadADirectory() {
        refuses("cannot read /etc: it is a directory, not a regular file", () -> files.read("/etc", 5));
    }

    @Test
    void refusesToReadADeviceWithoutEnd() {
        refuses("cannot read /dev/zero: it is a device, not a regular file", () -> files.read("/dev/zero", 5));
    }

    @Test
    void refusesAFifoWithoutWaitingForItsWriter() throws IOException {
        var path = fifo();

        refuses("cannot read " + path + ": it is a fifo, not a regular file", () -> files.read(path, 5));
    }

    @Test
    void refusesTheDigestOfAFifoWithoutWaitingForItsWriter() throws IOException {
        var path = fifo();

        refuses("cannot read " + path + ": it is a fifo, not a regular file", () -> files.digest(path, "MD5"));
    }

    @ParameterizedTest
    @CsvSource({
        "MD5, 900150983cd24fb0d6963f7d28e17f72",
        "SHA-1, a9993e364706816aba3e25717850c26c9cd0d89d",
    })
    void digestsAKnownText(String algorithm, String digest) throws IOException {
        assertEquals(digest, files.digest(file("abc", "abc"), algorithm));
    }

    @Test
    void digestsAFileOfManyChunks() throws IOException {
        var path = file("million", "a".repeat(1_000_000));

        assertEquals("34aa973cd4c4daa4f61eeb2bdbad27316534016f", files.digest(path, "SHA-1"));
    }

    @Test
    void listsPlainNames() throws IOException {
        file("b.conf", "");
        file(".hidden", "");
        Files.createDirectory(directory.resolve("sub"));

        assertEquals(Set.of("b.conf", ".hidden", "sub"), Set.copyOf(files.list(directory.toString())));
    }

    @Test
    void listsNothingInADirectoryThatDoesNotExist() throws IOException {
        assertEquals(List.of(), files.list(directory + "/missing"));
    }

    @Test
    void refusesToListAFile() throws IOException {
        var path = file("monitrc", "");

        refuses("cannot list " + path + ": it is a regular file, not a directory", () -> files.list(path));
    }

    @Test
    void knowsWhatMayBeRun() throws IOException {
        var path = file("program", "");
        Files.setAttribute(Path.of(path), "unix:mode", 0600);
        var before = files.executable(path);
        Files.setAttribute(Path.of(path), "unix:mode", 0700);

        assertFalse(before);
        assertTrue(files.executable(path));
    }

    @Test
    void knowsWhatMayBeReadAndWritten() throws IOException {
        var path = file("monitrc", "");

        assertTrue(files.readable(path));
        assertTrue(files.writable(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/missing", "a\0b"})
    void mayDoNothingWithWhatIsNotThere(String path) {
        assertFalse(files.readable(path));
        assertFalse(files.writable(path));
        assertFalse(files.executable(path));
    }

    private static void refuses(String message, Executable question) {
        var failure = assertTimeoutPreemptively(Duration.ofSeconds(10),
                () -> assertThrows(IOException.class, question));

        assertEquals(message, failure.getMessage());
    }

    private Kind kind(String path) throws IOException {
        return files.facts(path).orElseThrow().kind();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private String link(String name, String target) throws IOException {
        return Files.createSymbolicLink(directory.resolve(name), Path.of(target)).toString();
    }

    private String fifo() throws IOException {
        var path = directory.resolve("fifo").toString();
        output("mkfifo", path);
        return path;
    }

    private static String stat(String path) throws IOException {
        return output("stat", "-c", "%u %g %d %i", path);
    }

    private static String output(String... command) throws IOException {
        var program = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = program.getInputStream()) {
            return new String(output.readAllBytes(), UTF_8).strip();
        }
    }
}
