package jmonit.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jmonit.catalog.Look;
import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Limits;
import jmonit.model.MachineServices;
import jmonit.model.Presence;
import jmonit.model.Principal;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.os.DiskTraffic;
import jmonit.os.DiskTraffic.Direction;
import jmonit.os.FakeAccounts;
import jmonit.os.FakeVolumes;
import jmonit.os.Space;
import jmonit.os.Spot;
import jmonit.os.Spot.Kind;
import org.junit.jupiter.api.Test;

class FilesystemSamplerTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final FakeVolumes volumes = new FakeVolumes().mount("/dev/sda1", "/").mount("/dev/sdb1", "/data");
    private final FilesystemSampler sampler = new FilesystemSampler(volumes, new FakeAccounts());

    @Test
    void tellsHowFullAFilesystemIs() {
        var readings = look("/data").readings();

        assertEquals(Optional.of(60.0), readings.amount("space", Unit.PERCENT));
        assertEquals(Optional.of(40.0 * 1024), readings.amount("space.free", Unit.BYTES));
        assertEquals(Optional.of(30.0), readings.amount("space.available", Unit.PERCENT));
        assertEquals(Optional.of(10.0), readings.amount("space.reserved", Unit.PERCENT));
        assertEquals(Optional.of(6.0), readings.amount("inodes", Unit.COUNT));
        assertEquals(Optional.of(40.0), readings.amount("inodes.free", Unit.PERCENT));
    }

    @Test
    void tellsNothingOfInodesWhereThereAreNone() {
        volumes.space("/data", new Space(1024, 100, 40, 30, 0, 0));

        assertEquals(Optional.empty(), look("/data").readings().amount("inodes", Unit.PERCENT));
    }

    @Test
    void findsAFilesystemByItsDevice() {
        volumes.with(new Spot(Kind.BLOCK_DEVICE, "/dev/sdb1", 0600, 0, 6, 0x811));

        var sample = look("/dev/sdb1");

        assertEquals(Presence.HERE, sample.presence());
        assertEquals(Optional.of((double) 0600), sample.readings().amount("permission", Unit.COUNT));
    }

    @Test
    void findsAFilesystemByALinkToItsDevice() {
        volumes.at("/dev/disk/by-uuid/1234", new Spot(Kind.BLOCK_DEVICE, "/dev/sdb1", 0600, 0, 6, 0x811));

        assertEquals(Presence.HERE, look("/dev/disk/by-uuid/1234").presence());
    }

    @Test
    void findsAFilesystemByTheNumberOfItsDevice() {
        volumes.with(new Spot(Kind.BLOCK_DEVICE, "/dev/sdb1", 0600, 0, 6, 0x811));
        volumes.with(new Spot(Kind.BLOCK_DEVICE, "/dev/other", 0600, 0, 6, 0x811));

        assertEquals(Presence.HERE, look("/dev/other").presence());
    }

    @Test
    void findsAFilesystemByTheNameItIsMountedUnder() {
        volumes.mount("nas:/export", "/mnt");

        var sample = look("nas:/export");

        assertEquals(Presence.HERE, sample.presence());
        assertEquals(Optional.of((double) 0755), sample.readings().amount("permission", Unit.COUNT));
    }

    @Test
    void saysThatADirectoryIsNoMountPointEachCycleButThatItWasSearchedOnce() {
        volumes.with(new Spot(Kind.DIRECTORY, "/data/sub", 0755, 0, 0, 0));

        var first = look("/data/sub");
        var second = look(MachineServices.filesystem("/data/sub"), first.trace(), 1);

        assertEquals(new Presence.Missing("unable to read filesystem '/data/sub' state"), first.presence());
        assertEquals(Optional.of("Lookup for '/data/sub' filesystem failed  -- not found in /proc/self/mounts\n"
                + "Filesystem '/data/sub' not mounted"), first.readings().text("log"));
        assertEquals(Optional.of("Filesystem '/data/sub' not mounted"), second.readings().text("log"));
    }

    @Test
    void searchesAnewWhenTheMountTableChanged() {
        var first = look("/gone");

        volumes.unmount("/data");

        assertEquals(2, look(MachineServices.filesystem("/gone"), first.trace(), 1).readings().text("log").orElse("").lines().count());
    }

    @Test
    void saysThatALinkLeadsNowhere() {
        volumes.at("/link", Spot.dangling("/link"));

        assertEquals(Optional.of("Cannot dereference filesystem '/link' (symlink) -- No such file or directory"),
                look("/link").readings().text("log"));
    }

    @Test
    void isUnreadableWhereAFilesystemDoesNotAnswer() {
        volumes.hang("/data");

        var presence = assertInstanceOf(Presence.Unreadable.class, look("/data").presence());

        assertEquals("unable to read filesystem '/data' state -- /data has not answered for 5 seconds", presence.because());
    }

    @Test
    void tellsRatesFromTheSecondLook() {
        volumes.traffic("/data", traffic(1000, 10, 50));
        var first = look("/data");
        volumes.traffic("/data", traffic(5000, 30, 60));

        var second = look(MachineServices.filesystem("/data"), first.trace(), 2);

        assertEquals(Optional.of(0.0), first.readings().amount("read", Unit.BYTES_PER_SECOND));
        assertEquals(Optional.of(2000.0), second.readings().amount("read", Unit.BYTES_PER_SECOND));
        assertEquals(Optional.of(10.0), second.readings().amount("read", Unit.OPERATIONS_PER_SECOND));
        assertEquals(Optional.of(0.5), second.readings().amount("service time", Unit.MILLISECONDS));
        assertEquals(Optional.of(5000.0), second.readings().amount("read.total", Unit.BYTES));
    }

    @Test
    void countsNoTrafficWhenACounterBeganAnew() {
        volumes.traffic("/data", traffic(5000, 30, 60));
        var first = look("/data");
        volumes.traffic("/data", traffic(100, 1, 1));

        var second = look(MachineServices.filesystem("/data"), first.trace(), 1);

        assertEquals(Optional.of(0.0), second.readings().amount("read", Unit.BYTES_PER_SECOND));
    }

    @Test
    void answersWhichNumberAnOwnerHas() {
        var service = MachineServices.filesystem("/data", new Condition.DiffersOwner("uid", new Principal.Numbered(7)),
                new Condition.DiffersOwner("gid", new Principal.Named("nobody-here")));

        var answers = look(service, Trace.NONE, 0).answers();

        assertEquals(Map.of(0, new Answer.Sum(7), 1, new Answer.Skipped("nobody is called nobody-here")), answers);
    }

    private static DiskTraffic traffic(long bytes, long operations, long milliseconds) {
        return new DiskTraffic(new Direction(bytes, operations, milliseconds), new Direction(0, 0, 0));
    }

    private Sample look(String path) {
        return look(MachineServices.filesystem(path), Trace.NONE, 0);
    }

    private Sample look(Service service, Trace trace, long seconds) {
        return sampler.look(new Look(service, new Limits(Map.of(), Map.of()), trace, NOON.plusSeconds(seconds)));
    }
}
