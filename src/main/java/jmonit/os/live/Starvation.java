package jmonit.os.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How often the kernel has killed a process because there was no memory left. */
final class Starvation {

    private static final Path COUNTERS = Path.of("/proc/vmstat");
    private static final String COUNTER = "oom_kill ";

    private Starvation() {
    }

    /** Since the machine began; 0 where the kernel does not tell. */
    static long deaths() {
        try {
            return Files.readAllLines(COUNTERS).stream().filter(l -> l.startsWith(COUNTER)).findFirst()
                    .map(l -> Long.parseLong(l.substring(COUNTER.length()).strip())).orElse(0L);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
