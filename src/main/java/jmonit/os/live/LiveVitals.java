package jmonit.os.live;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jmonit.os.CpuTicks;
import jmonit.os.MachineState;
import jmonit.os.MachineState.Load;
import jmonit.os.MachineState.Memory;
import jmonit.os.MachineState.OpenFiles;
import jmonit.os.Vitals;
import oshi.hardware.GlobalMemory;
import oshi.hardware.common.platform.linux.LinuxGlobalMemory;
import oshi.util.Memoizer;

/**
 * Memory and swap come from OSHI, whose objects are made at the first question and kept. The rest is read from /proc: OSHI tells no guest
 * ticks and no unused file descriptors, and its processor runs other programs (lscpu, getconf) before it says a load average.
 */
public final class LiveVitals implements Vitals {

    private static final String ZFS_CACHE = "spl/kstat/zfs/arcstats";

    private final Path proc;
    private final Supplier<GlobalMemory> memory = Memoizer.memoize(() -> FirstFound.during(LiveVitals::oshi));

    public LiveVitals() {
        this(Path.of("/proc"));
    }

    LiveVitals(Path proc) {
        this.proc = requireNonNull(proc, "proc");
    }

    @Override
    public MachineState now() throws IOException {
        var stat = text("stat");
        var load = text("loadavg").split(" ");
        return new MachineState(ticks(stat.substring(0, stat.indexOf('\n'))), cores(stat), new Load(number(load[0]), number(load[1]), number(load[2])), memory(), files(),
                Duration.ofMillis((long) (number(text("uptime").split(" ")[0]) * 1000)));
    }

    /** Not from OSHI's top: on its way down it runs other programs. The size of pages, which they would tell, nobody asks. */
    private static GlobalMemory oshi() {
        var memory = new LinuxGlobalMemory(0);
        memory.getTotal();
        return memory;
    }

    private static CpuTicks ticks(String line) {
        return CpuTicks.of(words(line).skip(1).mapToLong(Long::parseLong).toArray());
    }

    /** Asked each cycle, mostly by an interpreter: one blank to split at needs no pattern. */
    private static Stream<String> words(String line) {
        return Arrays.stream(line.strip().split(" ")).filter(word -> !word.isEmpty());
    }

    /** The line of all processors comes first, one for each after it. */
    private static int cores(String stat) {
        int cores = 0;
        for (int next = stat.indexOf('\n') + 1; stat.startsWith("cpu", next); next = stat.indexOf('\n', next) + 1) {
            cores++;
        }
        return Math.max(1, cores);
    }

    private Memory memory() throws IOException {
        var oshi = memory.get();
        var swap = oshi.getVirtualMemory();
        var used = oshi.getTotal() - oshi.getAvailable() - reclaimableCache();
        return new Memory(oshi.getTotal(), Math.max(0, used), swap.getSwapTotal(), swap.getSwapUsed());
    }

    /** ZFS keeps a cache of its own, which the kernel does not count as available although it is given back on demand. */
    private long reclaimableCache() {
        if (!Files.exists(proc.resolve(ZFS_CACHE))) {
            return 0;
        }
        try {
            return text(ZFS_CACHE).lines().map(line -> line.split(" +")).filter(words -> words[0].equals("size"))
                    .mapToLong(words -> Long.parseLong(words[2])).findFirst().orElse(0);
        } catch (IOException e) {
            // Gone just now.
            return 0;
        }
    }

    private OpenFiles files() throws IOException {
        var numbers = text("sys/fs/file-nr").strip().split("\t");
        return new OpenFiles(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }

    private static double number(String text) {
        return Double.parseDouble(text.strip());
    }

    private String text(String name) throws IOException {
        var file = proc + "/" + name;
        try {
            return ProcFile.text(file);
        } catch (IOException e) {
            throw Failure.to("read", file, e);
        }
    }
}
