package jmonit.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class FakeFilesTest {

    private final FakeFiles files = new FakeFiles().directory("/etc").directory("/etc/monit.d")
            .file("/etc/monitrc", "set daemon 5\n").file("/etc/monit.d/web", "");

    @Test
    void listsTheNamesOfOneDirectoryOnly() throws IOException {
        assertEquals(Set.of("monit.d", "monitrc"), Set.copyOf(files.list("/etc")));
    }

    @Test
    void listsNothingWhereThereIsNoDirectory() throws IOException {
        assertEquals(List.of(), files.list("/var"));
    }

    @Test
    void refusesLikeTheLiveOne() {
        var refusal = assertThrows(IOException.class, () -> files.read("/etc", 100));

        assertEquals("cannot read /etc: it is a directory, not a regular file", refusal.getMessage());
    }
}
