package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jmonit.os.CpuTicks.Kind;
import jmonit.os.DiskTraffic;
import jmonit.os.DiskTraffic.Direction;
import jmonit.os.Link;
import jmonit.os.Link.Duplex;
import jmonit.os.Link.Traffic;
import jmonit.os.Mount;
import jmonit.os.Spot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ports to the machine, on the machine and on files that look like its own. */
class LiveMachineTest {

    @TempDir
    private Path directory;

    @Test
    void readsTheMachine() throws IOException {
        var state = new LiveVitals().now();

        assertTrue(state.cpu().of(Kind.IDLE) > 0);
        assertTrue(state.memory().used() > 0 && state.memory().used() < state.memory().total());
        assertTrue(state.files().open() > 0 && state.files().open() < state.files().limit());
        assertTrue(state.uptime().isPositive());
        assertTrue(state.cores() >= 1);
    }

    @Test
    void findsTheRootFilesystem() throws IOException {
        try (var volumes = new LiveVolumes(Duration.ofSeconds(5))) {
            var root = volumes.mounts().stream().filter(mount -> mount.point().equals("/")).findFirst().orElseThrow();
            var space = volumes.space(root);

            assertEquals(Files.getFileStore(Path.of("/")).getTotalSpace(), space.blocks() * space.blockSize());
            assertTrue(space.available() <= space.free() && space.free() <= space.blocks());
        }
    }

    @Test
    void saysWhatStandsAtAPath() throws IOException {
        var file = Files.writeString(directory.resolve("file"), "x");
        Files.createSymbolicLink(directory.resolve("link"), file);
        Files.createSymbolicLink(directory.resolve("nowhere"), directory.resolve("missing"));
        try (var volumes = new LiveVolumes(Duration.ofSeconds(5))) {
            assertEquals(Spot.Kind.DIRECTORY, volumes.spot(directory.toString()).kind());
            assertEquals(file.toRealPath().toString(), volumes.spot(directory.resolve("link").toString()).real());
            assertEquals(Spot.Kind.DANGLING, volumes.spot(directory.resolve("nowhere").toString()).kind());
            assertEquals(Spot.Kind.NOTHING, volumes.spot(directory.resolve("missing").toString()).kind());
            assertEquals(Spot.nothing("nas:/export"), volumes.spot("nas:/export"));
        }
    }

    @Test
    void saysWhyAFilesystemCannotBeAsked() throws IOException {
        try (var volumes = new LiveVolumes(Duration.ofSeconds(5))) {
            var gone = new Mount("none", directory.resolve("gone").toString(), "tmpfs", "rw");

            assertEquals("No such file or directory", assertThrows(IOException.class, () -> volumes.space(gone)).getMessage());
        }
    }

    @Test
    void readsNamesWithBlanksInTheMountTable() {
        assertEquals(List.of(new Mount("//nas/my share", "/mnt/my share", "cifs", "rw,noatime")),
                MountTable.of("//nas/my\\040share /mnt/my\\040share cifs rw,noatime 0 0\nnonsense\n"));
    }

    @Test
    void readsWhatGoesThroughNfs() throws IOException {
        write("self/mountstats", """
                device /dev/sda1 mounted on / with fstype ext4
                device nas:/export mounted on /mnt with fstype nfs4 statvers=1.1
                	opts:	rw
                	per-op statistics
                	        READ: 5 5 0 700 4096 1 2 9 0
                	       WRITE: 3 3 0 8192 300 1 2 6 0
                device nas:/other mounted on /other with fstype nfs4 statvers=1.1
                	        READ: 1 1 1 1 1 1 1 1 1
                """);

        assertEquals(Optional.of(new DiskTraffic(new Direction(4096, 5, 9), new Direction(8192, 3, 6))),
                new TrafficCounters(directory, directory).of(new Mount("nas:/export", "/mnt", "nfs4", "rw")));
    }

    @Test
    void countsNothingForAFilesystemInMemory() throws IOException {
        assertEquals(Optional.empty(), new TrafficCounters(directory, directory).of(new Mount("tmpfs", "/tmp", "tmpfs", "rw")));
    }

    @Test
    void splitsDeviceNumbersAsTheKernelPacksThem() {
        assertEquals(254, Devices.major(0xfe01));
        assertEquals(1, Devices.minor(0xfe01));
        assertEquals(0x12345, Devices.minor(0x1230_0845L));
        assertEquals(8, Devices.major(0x1230_0845L));
    }

    @Test
    void readsALink() throws IOException {
        link("eth0", "up", "1000", "full");

        assertEquals(new Link(true, 1_000_000_000, Duplex.FULL, new Traffic(10, 1, 0), new Traffic(20, 2, 3)),
                new LiveInterfaces(directory).link("eth0"));
    }

    @Test
    void takesAnUnknownStateForUp() throws IOException {
        link("lo", "unknown", "-1", "unknown");

        assertEquals(new Link(true, 0, Duplex.UNKNOWN, new Traffic(10, 1, 0), new Traffic(20, 2, 3)), new LiveInterfaces(directory).link("lo"));
    }

    @Test
    void saysWhichFileOfALinkIsNotThere() {
        assertEquals("Cannot read /sys/class/net/nosuch0/operstate -- No such file or directory",
                assertThrows(IOException.class, () -> new LiveInterfaces().link("nosuch0")).getMessage());
    }

    @Test
    void findsLoopbackByItsAddress() {
        assertEquals(Optional.of("lo"), new LiveInterfaces().withAddress("127.0.0.1"));
        assertEquals(Optional.empty(), new LiveInterfaces().withAddress("192.0.2.77"));
        assertEquals(Optional.empty(), new LiveInterfaces().withAddress("no address"));
    }

    private void link(String name, String state, String speed, String duplex) throws IOException {
        write(name + "/operstate", state + "\n");
        write(name + "/speed", speed + "\n");
        write(name + "/duplex", duplex + "\n");
        write(name + "/statistics/tx_bytes", "10\n");
        write(name + "/statistics/tx_packets", "1\n");
        write(name + "/statistics/tx_errors", "0\n");
        write(name + "/statistics/rx_bytes", "20\n");
        write(name + "/statistics/rx_packets", "2\n");
        write(name + "/statistics/rx_errors", "3\n");
    }

    private void write(String name, String content) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
