package jmonit.os;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jmonit.os.Spot.Kind;

/** Filesystems that are mounted because a test says so. */
public final class FakeVolumes implements Volumes {

    private final List<Mount> mounts = new ArrayList<>();
    private final Map<String, Spot> spots = new HashMap<>();
    private final Map<String, Space> spaces = new HashMap<>();
    private final Map<String, DiskTraffic> traffic = new HashMap<>();
    private final List<String> hanging = new ArrayList<>();

    /** An ext4 with 100 blocks of 1 kB, 40 of them free and 30 available, and 10 inodes, 4 of them free. */
    public FakeVolumes mount(String device, String point) {
        mounts.add(new Mount(device, point, "ext4", "rw,relatime"));
        spaces.putIfAbsent(point, new Space(1024, 100, 40, 30, 10, 4));
        return with(new Spot(Kind.DIRECTORY, point, 0755, 0, 0, 0));
    }

    public FakeVolumes unmount(String point) {
        mounts.removeIf(mount -> mount.point().equals(point));
        return this;
    }

    public FakeVolumes with(Spot spot) {
        return at(spot.real(), spot);
    }

    public FakeVolumes at(String path, Spot spot) {
        spots.put(path, spot);
        return this;
    }

    public FakeVolumes space(String point, Space space) {
        spaces.put(point, space);
        return this;
    }

    public FakeVolumes traffic(String point, DiskTraffic counted) {
        traffic.put(point, counted);
        return this;
    }

    public FakeVolumes hang(String path) {
        hanging.add(path);
        return this;
    }

    @Override
    public List<Mount> mounts() {
        return List.copyOf(mounts);
    }

    @Override
    public Spot spot(String path) throws IOException {
        answer(path);
        return spots.getOrDefault(path, Spot.nothing(path));
    }

    @Override
    public Space space(Mount mount) throws IOException {
        answer(mount.point());
        return spaces.get(mount.point());
    }

    @Override
    public Optional<DiskTraffic> traffic(Mount mount) {
        return Optional.ofNullable(traffic.get(mount.point()));
    }

    private void answer(String path) throws IOException {
        if (hanging.contains(path)) {
            throw new IOException(path + " has not answered for 5 seconds");
        }
    }
}
