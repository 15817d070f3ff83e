package jmonit.os.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("live")
class LiveKernelTest {

    @Test
    void saysWhatUnameSays() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/uname")), "needs uname");
        var kernel = new LiveKernel().kernel();

        assertEquals(uname("-s"), kernel.name());
        assertEquals(uname("-r"), kernel.release());
        assertEquals(uname("-v"), kernel.version());
        assertEquals(uname("-m"), kernel.machine());
    }

    private static String uname(String option) throws IOException {
        var process = new ProcessBuilder("/usr/bin/uname", option).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }
}
