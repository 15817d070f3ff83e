package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completion by bash itself, with a jmonit that only knows a few names, and what it was asked. */
class CompletionTest {

    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    private Path home;

    @BeforeEach
    void install() throws IOException {
        assumeTrue(Files.isExecutable(BASH), "needs bash");
        Path jmonit = Files.writeString(home.resolve("jmonit"), """
                #!/bin/sh
                echo "$@" >>"${0%/*}/asked"
                case "$*" in
                    *services) printf 'web1\\nweb2\\na b\\n' ;;
                    *groups) echo db ;;
                    help) printf 'jmonit help TOPIC explains\\n\\n  protocols   The protocols\\n' ;;
                esac
                """);
        Files.setPosixFilePermissions(jmonit, PosixFilePermissions.fromString("rwx------"));
    }

    /** What bash offers for the last word of the line. */
    private String offered(String line) throws IOException, InterruptedException {
        String script = """
                PATH=%s:$PATH
                source etc/completion/jmonit.bash
                COMP_WORDS=(%s)
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                %s
                echo "${COMPREPLY[*]}"
                """.formatted(home, line, "$(complete -p jmonit | sed 's/.*-F \\([^ ]*\\).*/\\1/')");
        Process bash = new ProcessBuilder(BASH.toString(), "--norc", "-c", script).redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(bash.waitFor(10, TimeUnit.SECONDS), "bash does not end");
        return said;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "jmonit st                | start stop status",
        "jmonit ev                | events",
        "jmonit start ''          | web1 web2 a\\ b all",
        "jmonit START w           | web1 web2",
        "jmonit -B status web2    | web2",
        "jmonit summary al        | ^^",
        "jmonit -g ''             | db",
        "jmonit report u          | up unmonitored",
        "jmonit --no              | --no-wait --no-host-checks",
        "jmonit -d 5 reload ''    | ^^",
        "jmonit help p            | protocols",
        "jmonit -c pom.x          | pom.xml",
        "jmonit -d s              | ^^"})
    void offersWhatFits(String line, String words) throws IOException, InterruptedException {
        assertEquals(words, offered(line));
    }

    @Test
    void asksTheDaemonOfTheControlFileOnTheLine() throws IOException, InterruptedException {
        offered("jmonit -B -c /m stop ''");

        assertEquals(List.of("-c /m __complete services"), Files.readAllLines(home.resolve("asked")));
    }
}
