package jmonit.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.BuiltIn;
import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Format;
import jmonit.diagnostic.Printer;
import jmonit.diagnostic.Report;
import jmonit.os.live.LiveFiles;

/** Whatever the control file is, reading it ends, and ends in words: a minute is a thousand times what any of it takes. */
@Timeout(60)
class HostileInputTest {

    @TempDir
    private Path folder;

    @Test
    void refusesAFileThatIsTooLargeWithoutReadingIt() throws IOException {
        Path huge = folder.resolve("monitrc");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(100L << 20);
        }

        assertEquals(List.of("cannot read " + huge + ": larger than " + Texts.LARGEST_FILE + " bytes"), messages(read(huge)));
    }

    @Test
    void takesAMegabyteOnOneLine() throws IOException {
        assertEquals(List.of(), messages(read(write("# " + "x".repeat(1 << 20) + "\nset daemon 5\n"))));
    }

    @Test
    void showsOnlyPartOfALongLine() throws IOException {
        Reading.Result result = read(write("set daemon 5 " + "y".repeat(1 << 20) + "\n"));

        assertTrue(text(result).length() < 3 << 20);
        assertEquals(1, result.diagnostics().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"set logfile %s", "include %s", "set limits { %s }", "set alert a@b.c on { %s }", "check process a with pidfile %s"})
    void takesLinearTimeForAWordThatIsCutIntoMany(String line) throws IOException {
        for (String piece : List.of("/a", "a:", ":", "a://", "://")) {
            text(read(write(line.formatted(piece.repeat(1 << 19)) + "\n")));
        }
    }

    @Test
    void stopsAtTheLimitOfIncludedFiles() throws IOException {
        for (int i = 0; i < 1100; i++) {
            Files.writeString(folder.resolve("i" + i), "include " + folder.resolve("i" + (i + 1)) + "\n");
        }
        Reading.Result result = read(folder.resolve("i0"));

        assertEquals(Texts.MOST_FILES, result.files().size());
        assertEquals(1, Report.of(result.diagnostics()).errors());
    }

    @Test
    void stopsAtTheLimitOfWordsInAStatement() throws IOException {
        Reading.Result result = read(write("set daemon " + "5\n".repeat(Statements.LONGEST + 10)));

        assertTrue(messages(result).contains("this statement is too long"), text(result));
    }

    @Test
    void readsNothingBehindANul() throws IOException {
        assertEquals(List.of("this file holds a NUL character"), messages(read(write("set daemon 5\n\0nonsense"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/null", "/", "/nonexistent/monitrc", "/proc/self/mem"})
    void neverWaitsForWhatIsNoControlFile(String path) {
        assertTrue(Report.of(read(Path.of(path)).diagnostics()).errors() == 1);
    }

    @Test
    void neverWaitsForAFifo() throws IOException, InterruptedException {
        Path fifo = folder.resolve("fifo");
        assertEquals(0, new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor());

        assertEquals(List.of("cannot read " + fifo + ": it is a fifo, not a regular file"), messages(read(fifo)));
    }

    @Test
    void survivesRandomBytes() throws IOException {
        var random = new Random(2812);
        for (int i = 0; i < 500; i++) {
            var bytes = new byte[random.nextInt(4000)];
            random.nextBytes(bytes);
            text(read(write(new String(bytes, ISO_8859_1))));
        }
    }

    @Test
    void survivesRandomWordsOfTheLanguage() throws IOException {
        var random = new Random(5330);
        String[] words = ("set check process file host system program network if then else alert exec \"/bin/x\" { } % > = 5 10 MB failed port "
                + "protocol http every \"* * * * *\" group depends on a, b include /nowhere/* start stop restart program = 'x' not cpu "
                + "memory for cycles within times mail-format from: message: httpd allow user:pw ssl options \" ' [ ] # \n ( ) , ; uid gid "
                + "timeout seconds total last hours content checksum match ignore repeat reminder mailserver \\ \u0000").split(" ");
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(9) == 0 ? "\n" : " ");
            }
            text(read(write(text.toString())));
        }
    }

    @Test
    void takesLinearTimeForManyOpenBraces() throws IOException {
        assertFalse(messages(read(write("set mail-format { from: x@y\n".repeat(20_000)))).isEmpty());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("monitrc"), text);
    }

    private static Reading.Result read(Path path) {
        return Reading.of(path.toString(), BuiltIn.CATALOG, new LiveFiles(), "plum");
    }

    private static List<String> messages(Reading.Result result) {
        return Report.of(result.diagnostics()).diagnostics().stream().map(Diagnostic::message).toList();
    }

    private static String text(Reading.Result result) throws IOException {
        var text = new StringBuilder();
        new Printer(Format.TEXT, false, 20).print(Report.of(result.diagnostics()), text);
        new Printer(Format.JSON, false, 20).print(Report.of(result.diagnostics()), text);
        return text.toString();
    }
}
