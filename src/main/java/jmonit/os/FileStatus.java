package jmonit.os;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import jmonit.os.FileFacts.Kind;

/**
 * All that stat(2) says about what a path leads to, times to the nanosecond.
 *
 * @param mode the permission bits, set-user-id, set-group-id and sticky included (07777)
 * @param links how many names it has
 * @param changed when content or attributes were last changed
 */
public record FileStatus(Kind kind, int mode, long uid, long gid, long size, Identity identity, long links, Instant accessed,
        Instant modified, Instant changed) {

    /** What stays the same when a file gets another name. */
    public record Identity(long device, long inode) {
    }

    public FileStatus {
        requireNonNull(kind, "kind");
        requireNonNull(identity, "identity");
    }
}
