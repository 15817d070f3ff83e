package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveIdFileTest {

    @TempDir
    private Path folder;

    private final LiveIdFile idFile = new LiveIdFile();

    private String path() {
        return folder.resolve("id").toString();
    }

    @Test
    void keepsAnIdOf32DigitsAndNothingElse() throws IOException {
        var fresh = idFile.renew(path());

        assertTrue(fresh.id().matches("[0-9a-f]{32}"), fresh.id());
        assertEquals(fresh.id(), Files.readString(Path.of(path())));
        assertEquals(Optional.of(fresh.id()), idFile.read(path()));
        assertEquals(" New Monit id: " + fresh.id() + "\n Stored in '" + path() + "'", fresh.toString());
    }

    @Test
    void neverMakesTheSameIdTwice() throws IOException {
        assertNotEquals(idFile.renew(path()).id(), idFile.renew(path()).id());
    }

    @Test
    void takesTheFirstWordOfAFileForTheId() throws IOException {
        Files.writeString(Path.of(path()), "e85b41e6ccee213e5a35c7e8fce3f5b3 junk\n");

        assertEquals(Optional.of("e85b41e6ccee213e5a35c7e8fce3f5b3"), idFile.read(path()));
    }

    @Test
    void knowsNoIdWithoutAFile() throws IOException {
        assertEquals(Optional.empty(), idFile.read(path()));
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Files.writeString(Path.of(path()), "\n");

        assertEquals("Error reading id from file '" + path() + "'",
                assertThrows(IOException.class, () -> idFile.read(path())).getMessage());
    }
}
