package jmonit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jmonit.model.LogTarget;
import jmonit.os.Disk;
import jmonit.os.FileStatus;

/** The end of our own log, as long as that is a file. */
record LogTail(Disk disk) {

    /** More than anybody reads at once. */
    private static final int MOST = 1 << 18;

    /** Whole lines; {@code reset} says that what was read before belongs to another file. */
    record Piece(String position, List<String> lines, boolean reset) {

        Piece {
            lines = List.copyOf(lines);
        }
    }

    private record Chunk(byte[] bytes, long end) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** In words where there is nothing to read. */
    String text(LogTarget target) {
        return switch (target) {
            case LogTarget.None _ -> "There is no log: the control file does not set one\n";
            case LogTarget.Syslog _ -> "The log goes to the system log\n";
            case LogTarget.ToFile(String path) -> text(path);
        };
    }

    private String text(String path) {
        try {
            return last(path, status(path)).text();
        } catch (IOException e) {
            return "The log cannot be read: " + e.getMessage() + "\n";
        }
    }

    /** What follows {@code position}, or the last lines where it is empty or of another file. */
    Piece after(String path, String position, int lines) throws IOException {
        FileStatus status = status(path);
        String file = status.identity().device() + ":" + status.identity().inode() + ":";
        Optional<Long> from = Optional.of(position).filter(p -> p.startsWith(file)).flatMap(p -> offset(p.substring(file.length())))
                .filter(o -> o <= status.size());
        Chunk chunk = from.isPresent() ? whole(path, from.get(), status.size()) : last(path, status);
        List<String> found = chunk.text().lines().toList();
        List<String> kept = from.isPresent() ? found : found.subList(Math.max(0, found.size() - lines), found.size());
        return new Piece(file + chunk.end(), kept, !position.isEmpty() && from.isEmpty());
    }

    private static Optional<Long> offset(String digits) {
        return digits.matches("\\d{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    private FileStatus status(String path) throws IOException {
        return disk.status(path).orElseThrow(() -> new IOException(path + " is not there"));
    }

    /** Without the first line where that has no beginning. */
    private Chunk last(String path, FileStatus status) throws IOException {
        long from = Math.max(0, status.size() - MOST);
        Chunk chunk = whole(path, from, status.size());
        int cut = from == 0 ? 0 : index(chunk.bytes(), 0) + 1;
        return new Chunk(Arrays.copyOfRange(chunk.bytes(), cut, chunk.bytes().length), chunk.end());
    }

    /** Up to the last line that is complete. */
    private Chunk whole(String path, long from, long size) throws IOException {
        var bytes = new byte[(int) Math.min(MOST, size - from)];
        int length;
        try (var file = disk.open(path)) {
            length = Math.max(0, file.read(bytes, 0, bytes.length, from));
        }
        while (length > 0 && bytes[length - 1] != '\n') {
            length--;
        }
        return new Chunk(Arrays.copyOf(bytes, length), from + length);
    }

    private static int index(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }
}
