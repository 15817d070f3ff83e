package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What no file of the main code may hold, each complaint with file, package and culprit. */
class SourceRulesTest {

    private static final int LONGEST = 400;
    private static final Pattern CONSOLE = Pattern.compile("\\bSystem\\.(?:out|err)\\b");
    private static final Pattern WAITING = Pattern.compile("\\bsynchronized\\b|\\bThread\\.sleep\\b");
    private static final Pattern EMPTY_NAME = Pattern.compile("\\b(?:class|interface|record|enum) +(\\w*(?:Manager|Helper|Util|Utils|Impl))\\b");

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        var silent = MainSource.all().stream().map(f -> f.path().resolveSibling("package-info.java")).distinct()
                .filter(Predicate.not(Files::exists)).toList();

        assertEquals(List.of(), silent);
    }

    @Test
    void noFileIsLongerThan400Lines() throws IOException {
        var tooLong = MainSource.all().stream().filter(f -> f.lines() > LONGEST).map(f -> f.path() + ": " + f.lines() + " lines").toList();

        assertEquals(List.of(), tooLong);
    }

    @Test
    void onlyTheCommandLineAndTheRootWriteToTheConsole() throws IOException {
        assertEquals(List.of(), culprits(CONSOLE, f -> !f.inside().isEmpty() && !f.inside().equals("cli")));
    }

    @Test
    void nothingSleepsOrHoldsAMonitor() throws IOException {
        assertEquals(List.of(), culprits(WAITING, _ -> true));
    }

    @Test
    void namesOfTypesSaySomething() throws IOException {
        assertEquals(List.of(), culprits(EMPTY_NAME, _ -> true));
    }

    private static List<String> culprits(Pattern forbidden, Predicate<MainSource> where) throws IOException {
        var culprits = new ArrayList<String>();
        for (MainSource file : MainSource.all()) {
            if (where.test(file)) {
                file.find(forbidden).forEach(found -> culprits.add(file.path() + " in " + file.inside() + ": " + found.group()));
            }
        }
        return culprits;
    }
}
