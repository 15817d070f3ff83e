package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import jmonit.os.FakeFiles;
import jmonit.os.FileFacts;
import org.junit.jupiter.api.Test;

class GlobTest {

    private final FakeFiles files = new FakeFiles().directory("/").directory("/etc").directory("/etc/d").directory("/etc/e");

    private List<String> find(String pattern) throws IOException {
        return new Glob(files).find(pattern).files();
    }

    @Test
    void findsFilesInReverseOrderOfTheirNames() throws IOException {
        files.file("/etc/d/b", "").file("/etc/d/a", "").file("/etc/d/c", "");

        assertEquals(List.of("/etc/d/c", "/etc/d/b", "/etc/d/a"), find("/etc/d/*"));
    }

    @Test
    void leavesOutBackupsHiddenFilesAndDirectories() throws IOException {
        files.file("/etc/d/a", "").file("/etc/d/a~", "").file("/etc/d/.b", "").directory("/etc/d/sub");

        assertEquals(List.of("/etc/d/a"), find("/etc/d/*"));
    }

    @Test
    void aBackupIsLeftOutEvenWhenNamed() throws IOException {
        files.file("/etc/d/a~", "");

        var found = new Glob(files).find("/etc/d/a~");

        assertTrue(found.any());
        assertEquals(List.of(), found.files());
    }

    @Test
    void aHiddenFileIsFoundByAPatternWithADot() throws IOException {
        files.file("/etc/d/.b", "");

        assertEquals(List.of("/etc/d/.b"), find("/etc/d/.*"));
    }

    @Test
    void directoriesMayBePatterns() throws IOException {
        files.file("/etc/d/x.conf", "").file("/etc/e/x.conf", "").file("/etc/e/y.conf", "");

        assertEquals(List.of("/etc/e/x.conf", "/etc/d/x.conf"), find("/etc/[de]/x.*"));
        assertEquals(List.of("/etc/e/y.conf"), find("/etc/?/y.conf"));
    }

    @Test
    void bracesMeanNothing() throws IOException {
        files.file("/etc/d/a", "").file("/etc/d/{a,b}x", "");

        assertEquals(List.of("/etc/d/{a,b}x"), find("/etc/d/{a,b}?"));
        assertEquals(List.of(), find("/etc/d/{a,b}"));
    }

    @Test
    void bracketsKnowNamesRangesAndCarets() throws IOException {
        files.file("/etc/d/a", "").file("/etc/d/B", "").file("/etc/d/1", "").file("/etc/d/]", "").file("/etc/d/[x", "");

        assertEquals(List.of("/etc/d/B"), find("/etc/d/[[:upper:]]"));
        assertEquals(List.of("/etc/d/a", "/etc/d/]"), find("/etc/d/[]a]"));
        assertEquals(List.of("/etc/d/a", "/etc/d/]"), find("/etc/d/[^[:upper:]1]"));
        assertEquals(List.of("/etc/d/[x"), find("/etc/d/[x"));
        assertEquals(List.of(), find("/etc/d/[z-a]"));
    }

    @Test
    void aQuestionMarkStandsForOneByte() throws IOException {
        files.file("/etc/d/\u00e4", "");

        assertEquals(List.of(), find("/etc/d/?"));
        assertEquals(List.of("/etc/d/\u00e4"), find("/etc/d/??"));
    }

    @Test
    void aFileAmongTheDirectoriesOfAPatternIsPassedOver() throws IOException {
        files.file("/etc/d/x", "").directory("/etc/d/sub").file("/etc/d/sub/y", "");

        assertEquals(List.of("/etc/d/sub/y"), find("/etc/d/*/*"));
    }

    @Test
    void onlyRegularFilesAreRead() throws IOException {
        files.with("/etc/d/pipe", new FileFacts(FileFacts.Kind.FIFO, 0600, 0, 0, 0, 1, 99, false));

        assertEquals(List.of(), find("/etc/d/*"));
        assertEquals(List.of(), find("/etc/d/pipe"));
    }

    @Test
    void aDirectoryWithoutPatternIsSomethingButNoFile() throws IOException {
        var found = new Glob(files).find("/etc/d");

        assertTrue(found.any());
        assertEquals(List.of(), found.files());
    }

    @Test
    void nothingIsFoundWhereNothingIs() throws IOException {
        assertFalse(new Glob(files).find("/etc/none/*").any());
        assertFalse(new Glob(files).find("/etc/none").any());
    }
}
