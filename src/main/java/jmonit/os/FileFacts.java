package jmonit.os;

import static java.util.Objects.requireNonNull;

/**
 * What is known about a path, symbolic links followed.
 *
 * @param mode the permission bits, set-user-id, set-group-id and sticky included (07777)
 * @param link whether the path itself is a symbolic link
 */
public record FileFacts(Kind kind, int mode, long uid, long gid, long size, long device, long inode, boolean link) {

    public FileFacts {
        requireNonNull(kind, "kind");
        if ((mode & ~07777) != 0) {
            throw new IllegalArgumentException("mode must be within 07777, was " + Integer.toOctalString(mode));
        }
    }

    public enum Kind {
        FILE("a regular file"),
        DIRECTORY("a directory"),
        FIFO("a fifo"),
        SOCKET("a socket"),
        DEVICE("a device"),
        OTHER("neither file nor directory");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As an operator would say it: "a directory". */
        public String words() {
            return words;
        }
    }
}
