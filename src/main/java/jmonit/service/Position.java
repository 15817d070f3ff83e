package jmonit.service;

import java.time.Instant;
import java.util.Optional;

import jmonit.os.FileStatus;

/**
 * How far a log was read.
 *
 * @param offset where the first line begins that was not read
 * @param inside whether that is within a line too long to be read whole, the rest of which is skipped
 * @param print of the bytes before the offset: tells another content from the one that was read
 * @param seen what the file was like then: unless it differs, there is nothing new
 */
record Position(FileStatus.Identity file, long offset, boolean inside, String print, String seen) {

    static String look(FileStatus status) {
        return status.size() + "@" + moment(status.modified());
    }

    /** Short, exact, and much faster than a date. */
    static String moment(Instant at) {
        return at.getEpochSecond() + "." + at.getNano();
    }

    boolean isOf(FileStatus status) {
        return file.equals(status.identity());
    }

    boolean saw(FileStatus status) {
        return isOf(status) && seen.equals(look(status));
    }

    /** As it is kept between looks; the parts hold no blanks. */
    String note() {
        return String.join(" ", Long.toString(file.device()), Long.toString(file.inode()), Long.toString(offset), inside ? "inside" : "line", print, seen);
    }

    /** Empty where nothing was kept, or by someone who wrote it otherwise. */
    static Optional<Position> of(String note) {
        var part = note.split(" ");
        if (part.length != 6) {
            return Optional.empty();
        }
        try {
            var file = new FileStatus.Identity(Long.parseLong(part[0]), Long.parseLong(part[1]));
            return Optional.of(new Position(file, Long.parseLong(part[2]), part[3].equals("inside"), part[4], part[5]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
