package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;

import jmonit.BuiltIn;
import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Report;
import jmonit.diagnostic.Source;
import jmonit.os.FakeFiles;

/**
 * Swaps two neighbouring letters in every word of the language, everywhere in turn, and looks what is said. The figures may only get better:
 * raise them when they do, never lower them.
 */
class MutationTest {

    private static final double RIGHT_LINE = 0.999;
    private static final double RIGHT_WORD = 0.995;

    /** Words of the language that Monit does not reserve. */
    private static final Set<String> OTHERS = Set.of("check", "include", "group", "depends", "depend", "process", "file", "fifo", "directory",
            "filesystem", "device", "host", "system", "network", "user", "wait", "core", "allow", "unmonitor", "1min", "5min", "15min");

    private int mutants;
    private int rightLine;
    private int rightWord;
    private final List<String> unnoticed = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    @Test
    void pointsAtTheMistypedWordAndNamesTheRightOne() throws IOException {
        for (String file : List.of("web", "machine")) {
            mutate(new String(MutationTest.class.getResourceAsStream("/mutants/" + file + ".monitrc").readAllBytes()));
        }
        mutate(java.nio.file.Files.readString(Path.of("etc/jmonitrc")));

        assertTrue(mutants > 2000, "too few mutants to tell: " + mutants);
        assertEquals(List.of(), unnoticed);
        assertTrue(rightLine >= RIGHT_LINE * mutants, rightLine + " of " + mutants + " on the right line; not so " + missed);
        assertTrue(rightWord >= RIGHT_WORD * mutants, rightWord + " of " + mutants + " with the right word; not so " + missed);
    }

    private void mutate(String text) {
        assertEquals(List.of(), diagnostics(text), "the file itself is fine");
        var lexer = new Lexer(new Source("m", text, List.of()));
        for (Word word = lexer.next(); word.getType() != Word.EOF; word = lexer.next()) {
            if (isWordOfLanguage(word)) {
                swapEach(text, word);
            }
        }
    }

    private static boolean isWordOfLanguage(Word word) {
        boolean value = switch (word.getType()) {
            case MonitParser.NAME, MonitParser.COMMENT, MonitParser.NOISE, MonitParser.FIELD, MonitParser.LIST, MonitParser.INCLUDE -> true;
            default -> word.quoted();
        };
        String lower = word.getText().toLowerCase(Locale.ROOT);
        return !value && (Reserved.is(lower) || OTHERS.contains(lower)) && lower.length() > 1;
    }

    private void swapEach(String text, Word word) {
        String original = word.raw();
        for (int i = 0; i + 1 < original.length(); i++) {
            String swapped = original.substring(0, i) + original.charAt(i + 1) + original.charAt(i) + original.substring(i + 2);
            String lower = swapped.toLowerCase(Locale.ROOT);
            if (!lower.equalsIgnoreCase(original) && !Reserved.is(lower) && !OTHERS.contains(lower)) {
                judge(word, swapped, diagnostics(text.substring(0, word.start()) + swapped + text.substring(word.end())));
            }
        }
    }

    private void judge(Word word, String swapped, List<Diagnostic> found) {
        mutants++;
        String mutant = word.getLine() + ": " + word.raw() + " -> " + swapped;
        if (found.isEmpty()) {
            unnoticed.add(mutant);
            return;
        }
        Diagnostic first = found.getFirst();
        boolean line = !first.labels().isEmpty() && first.labels().getFirst().span().line() == word.getLine();
        boolean named = String.join(" ", first.help()).toLowerCase(Locale.ROOT).contains(word.raw().toLowerCase(Locale.ROOT));
        rightLine += line ? 1 : 0;
        rightWord += named ? 1 : 0;
        if (!line || !named) {
            missed.add(mutant + " (" + first.message() + ")");
        }
    }

    private static List<Diagnostic> diagnostics(String text) {
        var files = new FakeFiles().file("m", text);
        return Report.of(Reading.of("m", BuiltIn.CATALOG, files, "plum").diagnostics()).diagnostics();
    }
}
