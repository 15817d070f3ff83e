package jmonit.os.live;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import jmonit.os.FileStatus;

/** systemd's journal, where it reads what its services write. */
public final class Journal {

    private Journal() {
    }

    /** Whether it reads what is written to this descriptor. The environment names the very file, as somebody else may have inherited the name. */
    public static boolean reads(int descriptor, Map<String, String> environment) {
        return environment.containsKey("JOURNAL_STREAM") && name(descriptor).filter(environment.get("JOURNAL_STREAM")::equals).isPresent();
    }

    private static Optional<String> name(int descriptor) {
        try {
            return Statx.of("/proc/self/fd/" + descriptor).map(FileStatus::identity).map(i -> number(i.device()) + ":" + i.inode());
        } catch (IOException e) {
            // What cannot be looked at is not that file.
            return Optional.empty();
        }
    }

    /** As makedev(3) makes it of the two halves that we keep. */
    private static long number(long device) {
        long major = device >>> Integer.SIZE;
        long minor = device & 0xffffffffL;
        return (major & 0xfffff000L) << 32 | (minor & 0xffffff00L) << 12 | (major & 0xfffL) << 8 | minor & 0xffL;
    }
}
