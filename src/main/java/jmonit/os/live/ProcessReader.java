package jmonit.os.live;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import jmonit.os.CommandLine;
import jmonit.os.ProcessFacts;

/** Reads one process after the other with one buffer. A process that ends meanwhile is none; one thread at a time. */
final class ProcessReader {

    private static final long PAGE_SIZE = pageSize();

    private final ProcFile file = new ProcFile();

    private static long pageSize() {
        return LibC.call(LibC.function("getpagesize"), 0, 0, 0, 0, 0, 0);
    }

    static IntStream pids() {
        var names = new File("/proc").list();
        return names == null ? IntStream.empty()
                : Arrays.stream(names).filter(n -> Character.isDigit(n.charAt(0))).mapToInt(Integer::parseInt).sorted();
    }

    Optional<ProcessFacts> facts(int pid) {
        return read(pid, "/stat") ? Optional.of(new StatLine(file, PAGE_SIZE).facts()) : Optional.empty();
    }

    Optional<CommandLine> command(int pid) {
        if (!read(pid, "/cmdline")) {
            return Optional.empty();
        }
        return file.length() > 0 ? Optional.of(new CommandLine(pid, words())) : facts(pid).map(f -> new CommandLine(pid, f.name()));
    }

    private String words() {
        var end = file.length();
        var bytes = file.bytes();
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        for (var i = 0; i < end; i++) {
            bytes[i] = bytes[i] == 0 ? (byte) ' ' : bytes[i];
        }
        return file.text(0, end);
    }

    /** The children of one thread, as the kernel lists them. */
    int[] children(int pid, String thread) {
        if (!read(pid, "/task/" + thread + "/children")) {
            return new int[0];
        }
        var list = file.text(0, file.length()).strip();
        return list.isEmpty() ? new int[0] : Arrays.stream(list.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    /** No such process, or none any more: the same to whoever asks. */
    private boolean read(int pid, String name) {
        return file.found("/proc/" + pid + name);
    }
}
