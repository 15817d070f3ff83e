package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jmonit.diagnostic.Diagnostic;
import jmonit.os.FakeFiles;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final FakeFiles files = new FakeFiles();
    private final Found found = new Found();
    private final Texts texts = new Texts(files, found);

    private String read() throws IOException {
        texts.open("monitrc");
        var words = new ArrayList<Word>();
        do {
            words.add(texts.next());
        } while (words.getLast().getType() != Word.EOF);
        texts.finish();
        return String.join(" ", words.stream().map(Word::getText).toList()).strip();
    }

    private List<String> messages() {
        return found.all().stream().map(Diagnostic::message).toList();
    }

    @Test
    void anIncludedFileStandsInThePlaceOfItsName() throws IOException {
        files.file("monitrc", "a include x b").file("x", "one include y two").file("y", "deep");

        assertEquals("a one deep two b", read());
        assertEquals(List.of("monitrc", "x", "y"), texts.read());
    }

    @Test
    void commentsAndNoiseAreLeftOut() throws IOException {
        files.file("monitrc", "port is 80 # the usual\n");

        assertEquals("port 80", read());
    }

    @Test
    void aFileThatIncludesItselfIsReadOnce() throws IOException {
        files.file("monitrc", "a include x").file("x", "b include monitrc include x c");

        assertEquals("a b c", read());
        assertEquals(List.of("\"monitrc\" includes itself", "\"x\" includes itself"), messages());
    }

    @Test
    void aFileIsTheSameHoweverItIsNamed() throws IOException {
        String whole = java.nio.file.Path.of("monitrc").toAbsolutePath().toString();
        files.file("monitrc", "a include " + whole).file(whole, "b");

        assertEquals("a", read());
        assertEquals(List.of("\"" + whole + "\" includes itself"), messages());
    }

    @Test
    void theSameFileMayBeIncludedTwice() throws IOException {
        files.file("monitrc", "include x include x").file("x", "b");

        assertEquals("b b", read());
    }

    @Test
    void theChainOfIncludesIsRemembered() throws IOException {
        files.file("monitrc", "\ninclude x").file("x", "\n\ninclude y").file("y", "z");
        texts.open("monitrc");

        assertEquals(List.of("x:3", "monitrc:2"), texts.next().source().includedFrom());
    }

    @Test
    void aFileOfMoreThan16MebibytesIsRefused() {
        files.file("monitrc", " ".repeat((int) Texts.LARGEST_FILE + 1));

        assertThrows(IOException.class, this::read);
    }

    @Test
    void tooLargeAnIncludeIsReportedWhereItIsNamed() throws IOException {
        files.file("monitrc", "a include x b").file("x", " ".repeat((int) Texts.LARGEST_FILE + 1));

        assertEquals("a b", read());
        assertEquals(List.of("cannot include \"x\""), messages());
    }

    @Test
    void allFilesTogetherMayHave64Mebibytes() throws IOException {
        files.file("monitrc", "include x include x include x include x").file("x", " ".repeat((int) Texts.LARGEST_FILE));

        read();

        assertEquals(List.of("cannot include \"x\""), messages());
    }

    @Test
    void noMoreThan1024FilesAreRead() throws IOException {
        files.file("monitrc", "include x ".repeat(Texts.MOST_FILES)).file("x", "y ");

        assertEquals("y ".repeat(Texts.MOST_FILES - 1).strip(), read());
        assertEquals(List.of("cannot include \"x\""), messages());
    }

    @Test
    void nothingIsReadAfterANul() throws IOException {
        files.file("monitrc", "a include x c").file("x", "b\0d");

        assertEquals("a b", read());
        assertEquals(List.of("this file holds a NUL character"), messages());
    }
}
