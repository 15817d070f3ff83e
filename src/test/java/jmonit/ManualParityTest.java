package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real Monit reads the examples of jmonitrc(5), but for those that say they are of jmonit only. */
@Tag("parity")
class ManualParityTest {

    @TempDir
    private Path directory;

    static List<ManualPage.Example> examples() throws IOException {
        return ManualPage.read("jmonitrc.5").examples();
    }

    @BeforeAll
    static void findMonit() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "the real monit reads a control file of root: run as root");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/monit")), "no /usr/bin/monit to compare with");
        assumeTrue(said("/usr/bin/monit", "-V").contains("version 5.33"), "another monit than 5.33");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void saysOfEachExampleWhetherMonitKnowsIt(ManualPage.Example example) throws IOException, InterruptedException {
        Path file = directory.resolve("monitrc");
        Files.writeString(file, example.text());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        // Programs and files that this machine has not are another matter.
        String said = said("/usr/bin/monit", "-t", "-c", file.toString());

        assertEquals(example.remark().equals("jmonit only"), said.contains("syntax error"), said);
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(process.waitFor(20, TimeUnit.SECONDS), "monit does not end");
        return text;
    }
}
