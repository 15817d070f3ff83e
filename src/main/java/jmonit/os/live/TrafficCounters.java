package jmonit.os.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jmonit.os.DiskTraffic;
import jmonit.os.DiskTraffic.Direction;
import jmonit.os.Mount;

/** Where the kernel counts what goes through a filesystem: by block device, for NFS by mount point, for ZFS by data set. */
final class TrafficCounters {

    private static final int SECTOR = 512;

    private final Path proc;
    private final Path sys;

    TrafficCounters(Path proc, Path sys) {
        this.proc = proc;
        this.sys = sys;
    }

    Optional<DiskTraffic> of(Mount mount) throws IOException {
        return switch (mount.type()) {
            case "nfs", "nfs4" -> nfs(mount);
            case "cifs", "smb3" -> cifs(mount);
            case "zfs" -> zfs(mount);
            default -> mount.device().startsWith("/") ? device(mount) : Optional.empty();
        };
    }

    private Optional<DiskTraffic> device(Mount mount) throws IOException {
        var number = Devices.number(Path.of(mount.device()));
        var statistics = sys.resolve("dev/block/" + Devices.major(number) + ":" + Devices.minor(number) + "/stat");
        if (number == 0 || !Files.exists(statistics)) {
            return Optional.empty();
        }
        var words = words(text(statistics));
        return Optional.of(new DiskTraffic(
                new Direction(number(words, 2) * SECTOR, number(words, 0), number(words, 3)),
                new Direction(number(words, 6) * SECTOR, number(words, 4), number(words, 7))));
    }

    /** "READ: operations transmissions timeouts bytes-sent bytes-received queue-ms answer-ms all-ms" below a line with the mount point. */
    private Optional<DiskTraffic> nfs(Mount mount) throws IOException {
        var lines = text(proc.resolve("self/mountstats")).lines()
                .dropWhile(line -> !line.contains(" mounted on " + mount.point() + " ")).skip(1)
                .takeWhile(line -> !line.startsWith("device ")).map(TrafficCounters::words).toList();
        return both(named(lines, "READ:", 5, 1, 8), named(lines, "WRITE:", 4, 1, 8));
    }

    /** "1) \\server\share", and below it "Reads: operations Bytes: bytes". */
    private Optional<DiskTraffic> cifs(Mount mount) throws IOException {
        var share = mount.device().replace('/', '\\');
        var lines = text(proc.resolve("fs/cifs/Stats")).lines().dropWhile(line -> !line.matches("\\d+\\) .*") || !line.endsWith(share))
                .skip(1).takeWhile(line -> !line.matches("\\d+\\) .*")).map(TrafficCounters::words).toList();
        return both(named(lines, "Reads:", 3, 1, 0), named(lines, "Writes:", 3, 1, 0));
    }

    private Optional<DiskTraffic> zfs(Mount mount) throws IOException {
        var pool = proc.resolve("spl/kstat/zfs/" + mount.device().split("/")[0]);
        if (!Files.isDirectory(pool)) {
            return Optional.empty();
        }
        try (var sets = Files.newDirectoryStream(pool, "objset-0x*")) {
            for (var set : sets) {
                var lines = text(set).lines().map(TrafficCounters::words).toList();
                if (lines.stream().anyMatch(w -> w.size() > 2 && w.get(0).equals("dataset_name") && w.get(2).equals(mount.device()))) {
                    return Optional.of(new DiskTraffic(new Direction(kstat(lines, "nread"), kstat(lines, "reads"), 0),
                            new Direction(kstat(lines, "nwritten"), kstat(lines, "writes"), 0)));
                }
            }
        }
        return Optional.empty();
    }

    private static long kstat(List<List<String>> lines, String name) {
        return lines.stream().filter(w -> w.size() > 2 && w.get(0).equals(name)).mapToLong(w -> number(w, 2)).findFirst().orElse(0);
    }

    private static Optional<Direction> named(List<List<String>> lines, String name, int bytes, int operations, int milliseconds) {
        return lines.stream().filter(words -> words.size() > bytes && words.getFirst().equals(name))
                .map(words -> new Direction(number(words, bytes), number(words, operations),
                        milliseconds > 0 && words.size() > milliseconds ? number(words, milliseconds) : 0))
                .findFirst();
    }

    private static Optional<DiskTraffic> both(Optional<Direction> read, Optional<Direction> written) {
        return read.flatMap(r -> written.map(w -> new DiskTraffic(r, w)));
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.strip().split("\\s+"));
    }

    private static long number(List<String> words, int at) {
        return Long.parseUnsignedLong(words.get(at));
    }

    private static String text(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.to("read", file.toString(), e);
        }
    }
}
