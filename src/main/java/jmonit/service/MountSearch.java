package jmonit.service;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import jmonit.os.Mount;
import jmonit.os.Spot;
import jmonit.os.Volumes;

/**
 * Which filesystem the operator means: one by its mount point or, for what is no directory, by its device or the name it is mounted
 * under. Where several fit it is the last one mounted, which hides the others. As with Monit, a file or directory within a filesystem
 * does not stand for it.
 */
final class MountSearch {

    private final Volumes volumes;
    private final List<Mount> mounts;

    MountSearch(Volumes volumes, List<Mount> mounts) {
        this.volumes = volumes;
        this.mounts = mounts;
    }

    Optional<Mount> mount(String path, Spot spot) throws IOException {
        return switch (spot.kind()) {
            case DIRECTORY -> last(mount -> mount.point().equals(spot.real()));
            case BLOCK_DEVICE -> {
                var named = named(path, spot);
                yield named.isPresent() ? named : numbered(spot.number());
            }
            case OTHER, NOTHING -> named(path, spot);
            case REGULAR_FILE, DANGLING -> Optional.empty();
        };
    }

    private Optional<Mount> named(String path, Spot spot) {
        return last(mount -> mount.device().equals(path) || mount.device().equals(spot.real()));
    }

    /** A device may have several names, such as /dev/mapper/root and /dev/dm-0, but has one number. */
    private Optional<Mount> numbered(long number) throws IOException {
        for (var mount : mounts.reversed()) {
            if (mount.device().startsWith("/dev/") && volumes.spot(mount.device()).number() == number) {
                return Optional.of(mount);
            }
        }
        return Optional.empty();
    }

    private Optional<Mount> last(Predicate<Mount> wanted) {
        return mounts.reversed().stream().filter(wanted).findFirst();
    }
}
