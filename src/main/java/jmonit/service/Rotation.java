package jmonit.service;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jmonit.os.Disk;
import jmonit.os.FileStatus;

/** Reads what is added to a log that got another name, until whoever writes it has moved on to the new one. */
final class Rotation {

    /** A program may go on writing to the old file until it is told of the new one. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Disk disk;

    Rotation(Disk disk) {
        this.disk = disk;
    }

    /** Where to go on the next time; empty where the file is gone, is not what it was, or has been quiet for long. */
    Optional<Position> read(String path, Position last, Instant now, LogReader.Finding finding) throws IOException, InterruptedException {
        for (var namesake : namesakes(path)) {
            var status = disk.status(namesake);
            if (status.isPresent() && last.isOf(status.get())) {
                return read(namesake, last, status.get(), finding).filter(_ -> status.get().modified().plus(QUIET).isAfter(now));
            }
        }
        return Optional.empty();
    }

    private Optional<Position> read(String path, Position last, FileStatus status, LogReader.Finding finding)
            throws IOException, InterruptedException {
        if (last.saw(status)) {
            return Optional.of(last);
        }
        try (var file = disk.open(path)) {
            return status.size() >= last.offset() && LogReader.print(file, last.offset()).equals(last.print())
                    ? Optional.of(new LogReader(file, finding).read(last, status))
                    : Optional.empty();
        }
    }

    private List<String> namesakes(String path) {
        try {
            return disk.namesakes(path);
        } catch (IOException e) {
            // A directory that cannot be listed hides old logs; the new one can be read all the same.
            return List.of();
        }
    }
}
