package jmonit.os.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import jmonit.os.Surroundings;

/** The machine as /proc tells of it. */
public final class LiveSurroundings implements Surroundings {

    private static final long KIBIBYTE = 1024;
    private static final String LABEL = "MemTotal:";

    // What the C library calls the number of processors online.
    private static final int ONLINE = 84;

    private final int cores = (int) LibC.call(LibC.function("sysconf"), ONLINE, 0, 0, 0, 0, 0);
    private final long memory = memorySize();

    /** All of the machine: Java itself would count those that a container leaves us. */
    @Override
    public int cores() {
        return cores;
    }

    @Override
    public long memory() {
        return memory;
    }

    private static long memorySize() {
        var text = text("/proc/meminfo");
        var start = text.indexOf(LABEL) + LABEL.length();
        return Long.parseLong(text.substring(start, text.indexOf("kB", start)).strip()) * KIBIBYTE;
    }

    @Override
    public Duration uptime() {
        // Seconds and hundredths, asked with each look at a process.
        var text = text("/proc/uptime");
        var point = text.indexOf('.');
        return Duration.ofMillis(Long.parseLong(text, 0, point, 10) * 1000 + Integer.parseInt(text, point + 1, point + 3, 10) * 10);
    }

    @Override
    public double load(int minutes) {
        return Double.parseDouble(word("/proc/loadavg", switch (minutes) {
            case 1 -> 0;
            case 5 -> 1;
            case 15 -> 2;
            default -> throw new IllegalArgumentException("no load average of " + minutes + " minutes");
        }));
    }

    private static String word(String path, int place) {
        return text(path).split(" ")[place];
    }

    private static String text(String path) {
        try {
            return ProcFile.text(path);
        } catch (IOException e) {
            throw new UncheckedIOException(Failure.to("read", path, e));
        }
    }
}
