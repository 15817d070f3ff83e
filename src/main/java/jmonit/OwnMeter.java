package jmonit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jmonit.format.OwnFigures;
import jmonit.format.OwnFigures.Collector;
import jmonit.format.OwnFigures.Memory;
import jmonit.model.EventKind;
import jmonit.os.Keeper;

/** Measures this program, when it is asked to. */
record OwnMeter(Supplier<Map<EventKind, Long>> events, Keeper keeper) {

    private static final String SIZES = "/proc/self/statm";
    private static final long PAGE = 4096;

    OwnFigures figures() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        List<Collector> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(c -> new Collector(c.getName(), Math.max(0, c.getCollectionCount()), Duration.ofMillis(Math.max(0, c.getCollectionTime())))).toList();
        return new OwnFigures(events.get(), new Memory(heap.getUsed(), heap.getCommitted(), other.getUsed(), other.getCommitted()), collectors,
                ManagementFactory.getThreadMXBean().getThreadCount(), ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO), resident());
    }

    /** The kernel tells it in pages. */
    private long resident() {
        try {
            return keeper.kept(SIZES).map(sizes -> new String(sizes, StandardCharsets.US_ASCII).split(" "))
                    .filter(fields -> fields.length > 1).map(fields -> Long.parseLong(fields[1]) * PAGE).orElse(0L);
        } catch (IOException | NumberFormatException e) {
            // A figure less, and no more than that.
            return 0;
        }
    }
}
