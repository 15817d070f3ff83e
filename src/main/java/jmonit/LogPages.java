package jmonit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.model.LogTarget;
import jmonit.os.Disk;
import jmonit.os.FileStatus;

/** Our own log, piece by piece, as long as it is a file. Only whole lines are told. */
record LogPages(Disk disk) {

    private static final Logger LOG = LoggerFactory.getLogger(LogPages.class);
    /** A piece is no longer than that; so is a line. */
    private static final int MOST = 1 << 18;

    /** {@code position} is where the next piece begins; {@code reset} says that the file is not the one of the position that was asked for. */
    record Page(String position, List<String> lines, boolean reset) {
    }

    /** The place in a file: another file under the same name has other numbers. */
    private record Place(String file, long offset) {

        static Optional<Place> of(String position) {
            return position.matches("[0-9a-f]{1,16}-[0-9a-f]{1,16}-[0-9a-f]{1,15}")
                    ? Optional.of(new Place(position.substring(0, position.lastIndexOf('-')),
                            Long.parseLong(position.substring(position.lastIndexOf('-') + 1), 16)))
                    : Optional.empty();
        }

        static String name(FileStatus status) {
            return Long.toHexString(status.identity().device()) + "-" + Long.toHexString(status.identity().inode());
        }

        @Override
        public String toString() {
            return file + "-" + Long.toHexString(offset);
        }
    }

    /** Empty where there is no file to read. An empty position asks for the end. */
    Optional<Page> page(LogTarget target, String position, int lines) {
        return switch (target) {
            case LogTarget.None _, LogTarget.Syslog _ -> Optional.empty();
            case LogTarget.ToFile(String path) -> page(path, Place.of(position), !position.isEmpty(), lines);
        };
    }

    private Optional<Page> page(String path, Optional<Place> after, boolean continues, int lines) {
        try {
            Optional<FileStatus> status = disk.status(path);
            if (status.isEmpty()) {
                return Optional.empty();
            }
            String file = Place.name(status.get());
            long size = status.get().size();
            Optional<Place> known = after.filter(p -> p.file().equals(file) && p.offset() <= size);
            return Optional.of(known.isPresent() ? next(path, known.get()) : end(path, new Place(file, size), continues, lines));
        } catch (IOException e) {
            LOG.debug("The log is not shown -- {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Page next(String path, Place from) throws IOException {
        byte[] bytes = read(path, from.offset());
        int whole = wholeLines(bytes);
        return new Page(new Place(from.file(), from.offset() + whole).toString(), lines(bytes, 0, whole), false);
    }

    private Page end(String path, Place size, boolean reset, int most) throws IOException {
        long from = Math.max(0, size.offset() - MOST);
        byte[] bytes = read(path, from);
        int whole = wholeLines(bytes);
        List<String> lines = lines(bytes, from == 0 ? 0 : afterFirst(bytes), whole);
        return new Page(new Place(size.file(), from + whole).toString(), lines.subList(Math.max(0, lines.size() - most), lines.size()), reset);
    }

    private byte[] read(String path, long from) throws IOException {
        try (var file = disk.open(path)) {
            var bytes = new byte[MOST];
            return java.util.Arrays.copyOf(bytes, Math.max(0, file.read(bytes, 0, MOST, from)));
        }
    }

    /** Up to the last line end; all of it where a line fills the whole piece. */
    private static int wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end == 0 && bytes.length == MOST ? bytes.length : end;
    }

    private static int afterFirst(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, bytes.length);
    }

    private static List<String> lines(byte[] bytes, int from, int to) {
        return to <= from ? List.of() : new ArrayList<>(new String(bytes, from, to - from, StandardCharsets.UTF_8).lines().toList());
    }
}
