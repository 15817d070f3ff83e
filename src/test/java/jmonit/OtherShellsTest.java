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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completion by fish and zsh themselves, with a jmonit that only knows a few names. */
class OtherShellsTest {

    /** Types a line and a tab into a zsh of its own, and prints what it shows. */
    private static final String TYPIST = """
            zmodload zsh/zpty
            zpty z zsh -f -i
            zpty -w z "PATH=HOME:\\$PATH; fpath=(etc/completion \\$fpath); autoload -U compinit; compinit -u -d HOME/dump; PS1='> '
            LISTMAX=0; stty cols 100 rows 60; bindkey '^I' list-choices; unsetopt zle_bracketed_paste; echo REA''DY"
            seen= tries=0
            while [[ $seen != *READY* ]] && (( tries++ < 200 )); do zpty -r -t z part && seen+=$part || sleep 0.05; done
            zpty -w -n z "$LINE"$'\\t'
            shown= tries=0
            while (( tries++ < 20 )); do if zpty -r -t z part; then shown+=$part tries=0; else sleep 0.05; fi; done
            print -r -- "$shown"
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void install() throws IOException {
        Path jmonit = Files.writeString(home.resolve("jmonit"), """
                #!/bin/sh
                case "$*" in
                    "-c /m __complete services" | "--conf=/m __complete services" | "-c/m __complete services") printf 'web1\\nweb2\\na b\\n' ;;
                    *groups) echo db ;;
                    help) printf 'jmonit help TOPIC explains\\n\\n  protocols   The protocols\\n' ;;
                esac
                """);
        Files.setPosixFilePermissions(jmonit, PosixFilePermissions.fromString("rwx------"));
    }

    private String said(ProcessBuilder shell, String program) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of(program)), "needs " + program);
        shell.environment().put("HOME", home.toString());
        Process process = shell.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the shell does not end");
        return said;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "jmonit st|start status stop", "jmonit -c /m start w|web1 web2", "jmonit --conf=/m status |a b web1 web2",
        "jmonit -c/m stop |a b all web1 web2", "jmonit -g |db", "jmonit report u|unmonitored up", "jmonit help p|protocols", "jmonit fmt --c|--check --conf"})
    void fishOffersWhatFits(String line, String offered) throws IOException, InterruptedException {
        String script = "set PATH " + home + " $PATH; source etc/completion/jmonit.fish; complete -C '" + line + "'";

        String said = said(new ProcessBuilder("/usr/bin/fish", "--no-config", "-c", script), "/usr/bin/fish");

        assertEquals(offered, said.lines().map(l -> l.split("\t")[0]).sorted().collect(Collectors.joining(" ")));
    }

    @Tag("live")
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "jmonit st|start status stop", "jmonit -c /m start w|web1 web2", "jmonit --conf /m status |web1 web2", "jmonit -c/m stop |all web1",
        "jmonit -g d|", "jmonit report u|unmonitored up", "jmonit fmt --|--check --write", "jmonit --no|--no-host-checks --no-wait"})
    void zshOffersWhatFits(String line, String offered) throws IOException, InterruptedException {
        String script = TYPIST.replace("HOME", home.toString()).replace("$LINE", line);

        String said = said(new ProcessBuilder("/usr/bin/zsh", "-f", "-c", script), "/usr/bin/zsh");

        List<String> words = Stream.of(said.replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]", " ").split("\\s+")).toList();
        assertEquals(List.of(), Stream.of(offered == null ? new String[0] : offered.split(" ")).filter(w -> !words.contains(w)).toList(), said);
    }
}
