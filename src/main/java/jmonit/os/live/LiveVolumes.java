package jmonit.os.live;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jmonit.os.DiskTraffic;
import jmonit.os.Mount;
import jmonit.os.Space;
import jmonit.os.Spot;
import jmonit.os.Spot.Kind;
import jmonit.os.Volumes;

/**
 * The filesystems of this machine. OSHI runs lsblk for them and cannot be told a deadline. Whoever made it closes it; what still hangs
 * then keeps nobody from leaving.
 */
public final class LiveVolumes implements Volumes, AutoCloseable {

    private static final int TYPE = 0170000;
    private static final int PERMISSIONS = 07777;

    private final Path mounts;
    private final TrafficCounters counters;
    private final Patience patience;

    public LiveVolumes(Duration deadline) {
        this(Path.of("/proc"), Path.of("/sys"), deadline);
    }

    LiveVolumes(Path proc, Path sys, Duration deadline) {
        this.mounts = requireNonNull(proc, "proc").resolve("self/mounts");
        this.counters = new TrafficCounters(proc, requireNonNull(sys, "sys"));
        this.patience = new Patience(deadline);
    }

    @Override
    public List<Mount> mounts() throws IOException {
        try {
            return MountTable.of(new String(Files.readAllBytes(mounts), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Failure.to("read", mounts.toString(), e);
        }
    }

    @Override
    public Spot spot(String path) throws IOException {
        return patience.ask(path, () -> found(path));
    }

    private static Spot found(String path) throws IOException {
        // A name that is no path, such as "host:/export", would be looked for in the working directory.
        if (!path.startsWith("/")) {
            return Spot.nothing(path);
        }
        var place = Path.of(path);
        try {
            return spot(place.toRealPath(), Files.readAttributes(place, "unix:mode,uid,gid,rdev"));
        } catch (NoSuchFileException e) {
            return Files.isSymbolicLink(place) ? Spot.dangling(path) : Spot.nothing(path);
        } catch (IOException e) {
            throw Failure.to("look at", path, e);
        }
    }

    private static Spot spot(Path real, Map<String, Object> stat) {
        var mode = (int) stat.get("mode");
        return new Spot(kind(mode), real.toString(), mode & PERMISSIONS, id(stat, "uid"), id(stat, "gid"), (long) stat.get("rdev"));
    }

    private static Kind kind(int mode) {
        return switch (mode & TYPE) {
            case 0040000 -> Kind.DIRECTORY;
            case 0060000 -> Kind.BLOCK_DEVICE;
            case 0100000 -> Kind.REGULAR_FILE;
            default -> Kind.OTHER;
        };
    }

    private static long id(Map<String, Object> stat, String name) {
        return Integer.toUnsignedLong((int) stat.get(name));
    }

    @Override
    public Space space(Mount mount) throws IOException {
        return patience.ask(mount.point(), () -> StatVfs.of(mount.point()));
    }

    @Override
    public Optional<DiskTraffic> traffic(Mount mount) throws IOException {
        return patience.ask(mount.device(), () -> counters.of(mount));
    }

    @Override
    public void close() {
        patience.close();
    }
}
