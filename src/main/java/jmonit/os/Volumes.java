package jmonit.os;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Filesystems of this machine. Whatever touches a filesystem may hang for ever where a server is gone; then the answer is an exception
 * within a bounded time, worded for the operator.
 */
public interface Volumes {

    /** In the order they were mounted. */
    List<Mount> mounts() throws IOException;

    /** What stands at a path, symbolic links followed. */
    Spot spot(String path) throws IOException;

    Space space(Mount mount) throws IOException;

    /** What was read and written since it is there; empty where the system does not count it. */
    Optional<DiskTraffic> traffic(Mount mount) throws IOException;
}
