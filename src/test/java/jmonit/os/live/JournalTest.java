package jmonit.os.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;

class JournalTest {

    @Test
    void readsTheVeryFileThatTheEnvironmentNames() throws IOException {
        String stream = stat("/proc/" + ProcessHandle.current().pid() + "/fd/2");

        assertTrue(Journal.reads(2, Map.of("JOURNAL_STREAM", stream)));
        assertFalse(Journal.reads(2, Map.of("JOURNAL_STREAM", stream + "0")));
        assertFalse(Journal.reads(2, Map.of()));
    }

    @Test
    void readsNothingOfADescriptorThatIsNotOpen() {
        assertFalse(Journal.reads(1 << 20, Map.of("JOURNAL_STREAM", "")));
    }

    private static String stat(String path) throws IOException {
        var stat = new ProcessBuilder("stat", "-L", "-c", "%d:%i", path).start();
        return new String(stat.getInputStream().readAllBytes(), UTF_8).strip();
    }
}
