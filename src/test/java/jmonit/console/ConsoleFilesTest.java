package jmonit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What the files of the console are not to do, and that they fit together. */
class ConsoleFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/console");
    private static final int LARGEST = 150_000;
    private static final int LONGEST = 420;
    private static final int WIDEST = 140;
    private static final Pattern MARKUP = Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|DOMParser|srcdoc");
    private static final Pattern INLINE = Pattern.compile("\\sstyle=|\\son[a-z]+=\"|<style|<script>");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:https?:)?//[a-z0-9.-]+\\.[a-z]+[^\\s'\"]*");
    private static final Pattern USED = Pattern.compile("(?:from '\\./|/console/)([a-z]+\\.(?:js|css|svg))");

    private static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static List<String> found(Pattern pattern) throws IOException {
        var found = new ArrayList<String>();
        for (Path file : files()) {
            pattern.matcher(Files.readString(file)).results().filter(r -> !r.group().equals("http://www.w3.org/2000/svg"))
                    .forEach(r -> found.add(file.getFileName() + ": " + r.group()));
        }
        return found;
    }

    @Test
    void nothingTurnsTextIntoMarkup() throws IOException {
        assertEquals(List.of(), found(MARKUP));
    }

    @Test
    void nothingStandsInTheDocumentThatThePolicyForbids() throws IOException {
        assertEquals(List.of(), found(INLINE));
    }

    @Test
    void nothingComesFromOutside() throws IOException {
        assertEquals(List.of(), found(ELSEWHERE));
    }

    @Test
    void allTogetherIsSmall() throws IOException {
        long size = 0;
        for (Path file : files()) {
            size += Files.size(file);
        }
        assertTrue(size <= LARGEST, size + " bytes");
    }

    @Test
    void filesAreShortEnoughToRead() throws IOException {
        var tooLong = new ArrayList<String>();
        for (Path file : files()) {
            var lines = Files.readAllLines(file);
            boolean drawing = file.toString().endsWith(".svg") || file.toString().endsWith(".html");
            if (lines.size() > LONGEST || !drawing && lines.stream().anyMatch(l -> l.length() > WIDEST)) {
                tooLong.add(file.getFileName().toString());
            }
        }
        assertEquals(List.of(), tooLong);
    }

    @Test
    void whatIsUsedIsThereAndAllModulesAreLoadedAhead() throws IOException {
        var there = new TreeSet<String>();
        var used = new TreeSet<String>(List.of("index.html", "icongone.svg", "iconbad.svg"));
        for (Path file : files()) {
            there.add(file.getFileName().toString());
            USED.matcher(Files.readString(file)).results().forEach(r -> used.add(r.group(1)));
        }
        String shell = Files.readString(FOLDER.resolve("index.html"));
        var late = there.stream().filter(f -> f.endsWith(".js") && !shell.contains("/console/" + f)).toList();

        assertEquals(there, used);
        assertEquals(List.of(), late);
    }
}
