package jmonit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import jmonit.BuiltIn;
import jmonit.config.Reading;
import jmonit.model.Condition;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.os.FakeFiles;

class RuleWordsTest {

    private static final RuleWords WORDS = new RuleWords(BuiltIn.CATALOG);

    private static List<Service> services(String text) {
        return Reading.of("/rc", BuiltIn.CATALOG, new FakeFiles().directory("/").file("/rc", text), "vm").controlFile().services();
    }

    private static String again(String check, String rule) {
        var service = services(check + "\n" + rule + "\n").getFirst();
        return service.rules().stream().map(r -> WORDS.of(service, r)).filter(w -> !w.isEmpty()).findFirst().orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            check process p with pidfile /p     | if cpu > 80% for 3 cycles then restart
            check process p with pidfile /p     | if total memory >= 1.5 GB for 3 times within 5 cycles then alert
            check process p with pidfile /p     | if 3 restarts within 5 cycles then unmonitor
            check process p with pidfile /p     | if changed pid then exec "/bin/x 'a b'" as uid www repeat every 5 cycles
            check process p with pidfile /p     | if not exist for 2 cycles then start
            check process p with pidfile /p     | if uptime < 2 minutes then alert
            check process p with pidfile /p     | if disk read > 10 MB/s for 2 minutes then alert
            check file f with path /f           | if content = "^ERROR" then alert
            check file f with path /f           | if failed sha1 checksum then alert
            check file f with path /f           | if changed md5 checksum then alert
            check file f with path /f           | if failed permission 0640 then unmonitor
            check file f with path /f           | if size > 12345 B then alert else if succeeded for 2 cycles then ignore
            check network n with interface eth0 | if link down then alert
            check network n with interface eth0 | if total uploaded > 1 GB in last 2 hours then alert
            check filesystem d with path /      | if space usage > 90% then alert
            check program x with path /x        | if status != 0 then alert
            """)
    void saysARuleAsAControlFileDoes(String check, String rule) {
        String expected = rule.replace("space usage", "space");

        assertEquals(expected, again(check, rule));
    }

    @Test
    void saysWhereAConnectionGoesAndNoPassword() {
        String said = again("check host h with address db", "if failed port 3306 protocol mysql username \"u\" password \"hidden\" then alert");

        assertEquals("if failed host db port 3306 protocol mysql timeout 5 seconds then alert", said);
    }

    static Stream<Path> controlFiles() throws IOException {
        return Files.list(Path.of("src/test/resources/language")).filter(p -> p.toString().endsWith(".monitrc")).sorted();
    }

    /** What is left out of the words, or cannot be said again. */
    private static boolean whole(Rule rule) {
        return !(rule.when() instanceof Condition.Connected || rule.when() instanceof Condition.Sound);
    }

    @ParameterizedTest
    @MethodSource("controlFiles")
    void whatIsSaidMeansTheSameWhenItIsReadAgain(Path controlFile) throws IOException {
        var wrong = new ArrayList<String>();
        for (Service service : services(Files.readString(controlFile, java.nio.charset.StandardCharsets.ISO_8859_1))) {
            String check = "check " + service.type() + " x " + switch (service.type()) {
                case "process" -> "with pidfile /x";
                case "host" -> "with address x";
                case "network" -> "with interface x";
                case "system" -> "";
                default -> "with path /x";
            };
            for (Rule rule : service.rules().stream().filter(RuleWordsTest::whole).toList()) {
                String words = WORDS.of(service, rule);
                var read = services(check + "\n" + words + "\n");
                boolean same = !read.isEmpty() && read.getFirst().rules().stream().anyMatch(r -> meaning(r).equals(meaning(rule)));
                if (!same) {
                    wrong.add(words + " is not " + meaning(rule) + " but " + read.stream().flatMap(s -> s.rules().stream()).map(RuleWordsTest::meaning).toList());
                }
            }
        }

        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    private static String meaning(Rule rule) {
        return (rule.when() + " " + rule.window() + " " + rule.then() + " " + rule.recovery() + " " + rule.otherwise());
    }
}
