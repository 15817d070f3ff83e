package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code mvn -Ppackage verify} made the last time. */
@Tag("live")
class PackageLiveTest {

    private static final long MOST = 30_000_000;
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private Path home;

    @BeforeEach
    void find() throws IOException {
        List<Path> homes = found(TARGET.resolve("package"), "jmonit-*");
        assumeTrue(!homes.isEmpty(), "nothing is packed: mvn -Ppackage verify -DskipTests");
        home = homes.getFirst();
    }

    @Test
    void runsWithoutAnyJavaOfTheMachine() throws IOException, InterruptedException {
        var process = new ProcessBuilder(home.resolve("jmonit").toString(), "-V").redirectErrorStream(true);
        process.environment().clear();
        process.environment().put("PATH", "/nowhere");

        Process version = process.start();
        assertTrue(version.waitFor(30, TimeUnit.SECONDS), "-V does not end");

        assertEquals(0, version.exitValue());
        assertTrue(new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith("This is jmonit version"));
    }

    @Test
    void bringsBothCaches() throws IOException {
        assertEquals(1, found(home, "ask-*.aot").size());
        assertEquals(1, found(home, "cli-*.aot").size());
        assertEquals(1, found(home, "daemon-*.aot").size());
    }

    @Test
    void isSmall() throws IOException {
        for (Path made : found(TARGET, "jmonit[-_]*.{tar.xz,deb}")) {
            assertTrue(Files.size(made) <= MOST, made + " has " + Files.size(made) + " bytes");
        }
    }

    private static List<Path> found(Path folder, String pattern) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.newDirectoryStream(folder, pattern)) {
            var all = new ArrayList<Path>();
            paths.forEach(all::add);
            return List.copyOf(all);
        }
    }
}
