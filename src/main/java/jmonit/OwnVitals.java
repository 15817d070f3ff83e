package jmonit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import jmonit.format.OwnFigures;
import jmonit.model.EventKind;

/** How this program is doing itself. Not loaded before somebody asks. */
final class OwnVitals {

    private static final Path STATM = Path.of("/proc/self/statm");
    private static final long PAGE = 4096;

    private OwnVitals() {
    }

    static OwnFigures now(Map<EventKind, Long> events) {
        var memory = ManagementFactory.getMemoryMXBean();
        var heap = memory.getHeapMemoryUsage();
        var other = memory.getNonHeapMemoryUsage();
        var collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(c -> new OwnFigures.Collector(c.getName(), c.getCollectionCount(), Duration.ofMillis(c.getCollectionTime()))).toList();
        return new OwnFigures(events, new OwnFigures.Memory(heap.getUsed(), heap.getCommitted(), other.getUsed(), other.getCommitted()),
                collectors, ManagementFactory.getThreadMXBean().getThreadCount(),
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO), resident());
    }

    private static long resident() {
        try {
            return Long.parseLong(Files.readString(STATM).split(" ")[1]) * PAGE;
        } catch (IOException | NumberFormatException e) {
            // Not told here; zero says so.
            return 0;
        }
    }
}
