package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jmonit.BuiltIn;
import jmonit.os.live.LiveAccounts;
import jmonit.os.live.LiveFiles;
import jmonit.os.live.LiveHost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lets the real Monit read the control files of src/test/resources/language and compares what it understood with what we did. */
@Tag("parity")
class ParityTest {

    private static final String VERSION = "5.33";
    private static final String REFUSED = "# monit: refuses";
    private static final LiveHost HOST = new LiveHost(new LiveAccounts());

    @TempDir
    private Path directory;

    @BeforeAll
    static void findMonit() throws IOException, InterruptedException {
        assumeTrue(HOST.uid() == 0, "the real monit reads a control file of root: run as root");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/monit")), "no /usr/bin/monit to compare with");
        String version = output("/usr/bin/monit", "-V").text();
        assumeTrue(version.contains("version " + VERSION), "another monit than " + VERSION + ": " + version.lines().findFirst().orElse(""));
    }

    static List<Path> accepted() throws IOException {
        return cases().filter(f -> !isRefused(f)).toList();
    }

    static List<Path> refused() throws IOException {
        return cases().filter(ParityTest::isRefused).toList();
    }

    private static Stream<Path> cases() throws IOException {
        return Golden.cases("language").stream();
    }

    private static boolean isRefused(Path controlFile) {
        try {
            return Files.readString(controlFile).contains(REFUSED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void understandsWhatMonitUnderstands(Path controlFile) throws IOException, InterruptedException {
        Path copy = copy(controlFile);

        var monit = output("/usr/bin/monit", "-tv", "-c", copy.toString());

        assertEquals(0, monit.status(), monit.text());
        assertEquals(dump(monit.text()), dump(ours(copy)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isLaxerWhereTheFileSaysSo(Path controlFile) throws IOException, InterruptedException {
        assertEquals(1, output("/usr/bin/monit", "-t", "-c", copy(controlFile).toString()).status());
    }

    private static String ours(Path controlFile) throws IOException {
        var accounts = new LiveAccounts();
        var files = new LiveFiles();
        var result = Reading.of(controlFile.toString(), BuiltIn.CATALOG, files, HOST.name());
        var out = new StringBuilder();
        new Meaning(BuiltIn.CATALOG, files, accounts, Places.of(controlFile.toString(), HOST, accounts)).print(result.controlFile(), out);
        return out.toString();
    }

    /** From the settings on; which of the two programs speaks does not matter. */
    private static String dump(String text) {
        String meaning = text.substring(Math.max(0, text.indexOf("Runtime constants:")));
        return meaning.lines().map(String::stripTrailing).filter(l -> !l.equals("Control file syntax OK"))
                .map(l -> l.replace("jmonit", "monit")).reduce("", (all, line) -> all + line + "\n");
    }

    // ---- a place where Monit may write

    /** The files under /etc/plum, and the control file with that name replaced; Monit would make an id file at once. */
    private Path copy(Path controlFile) throws IOException {
        try (Stream<Path> tree = Files.walk(controlFile.resolveSibling("plum"))) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path target = directory.resolve(controlFile.resolveSibling("plum").relativize(file).toString());
                Files.createDirectories(target.getParent());
                write(target, Files.readString(file), target.toString().endsWith(".sh") ? "rwx------" : "rw-------");
            }
        }
        return write(directory.resolve("monitrc"), "set idfile " + directory + "/id " + Files.readString(controlFile), "rw-------");
    }

    private Path write(Path file, String text, String permissions) throws IOException {
        Files.writeString(file, text.replace(LanguageTest.PLACE, directory.toString()));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private record Output(int status, String text) {
    }

    private static Output output(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(process.waitFor(60, TimeUnit.SECONDS), "monit did not end");
        return new Output(process.exitValue(), text);
    }
}
