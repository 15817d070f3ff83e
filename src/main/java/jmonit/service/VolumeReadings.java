package jmonit.service;

import jmonit.model.Readings.Notes;
import jmonit.model.Unit;
import jmonit.os.DiskTraffic;
import jmonit.os.Space;

/** How the numbers of a filesystem are told. */
final class VolumeReadings {

    private VolumeReadings() {
    }

    /** "Free" is what root can still write; what others can is "available". */
    static void space(Notes notes, Space space) {
        var used = space.blocks() - space.free();
        blocks(notes, "space", used, space);
        blocks(notes, "space.free", space.free(), space);
        blocks(notes, "space.available", space.available(), space);
        blocks(notes, "space.reserved", space.free() - space.available(), space);
        notes.amount("space.total", Unit.BYTES, (double) space.blocks() * space.blockSize());
        notes.amount("block.size", Unit.BYTES, space.blockSize());
        inodes(notes, space);
    }

    private static void blocks(Notes notes, String metric, long blocks, Space space) {
        notes.amount(metric, Unit.BYTES, (double) blocks * space.blockSize()).amount(metric, Unit.PERCENT, percent(blocks, space.blocks()));
    }

    private static void inodes(Notes notes, Space space) {
        notes.count("inodes.total", space.inodes());
        if (space.inodes() == 0) {
            return;
        }
        var used = space.inodes() - space.inodesFree();
        notes.count("inodes", used).amount("inodes", Unit.PERCENT, percent(used, space.inodes()));
        notes.count("inodes.free", space.inodesFree()).amount("inodes.free", Unit.PERCENT, percent(space.inodesFree(), space.inodes()));
    }

    static void traffic(Notes notes, DiskTraffic traffic, Rates rates) {
        direction(notes, "read", traffic.read(), rates);
        direction(notes, "write", traffic.written(), rates);
        var operations = rates.growth("read.operations", traffic.read().operations())
                + rates.growth("write.operations", traffic.written().operations());
        var reading = rates.growth("read.time", traffic.read().milliseconds());
        var writing = rates.growth("write.time", traffic.written().milliseconds());
        serviceTime(notes, "service time", reading + writing, operations);
        serviceTime(notes, "service time.read", reading, operations);
        serviceTime(notes, "service time.write", writing, operations);
    }

    private static void serviceTime(Notes notes, String metric, long milliseconds, long operations) {
        notes.amount(metric, Unit.MILLISECONDS, operations == 0 ? 0 : (double) milliseconds / operations);
    }

    /** The "time" is milliseconds of waiting for each second. */
    private static void direction(Notes notes, String name, DiskTraffic.Direction direction, Rates rates) {
        notes.amount(name, Unit.BYTES_PER_SECOND, rates.perSecond(name + ".bytes", direction.bytes()));
        notes.amount(name, Unit.OPERATIONS_PER_SECOND, rates.perSecond(name + ".operations", direction.operations()));
        notes.amount(name + ".time", Unit.MILLISECONDS, rates.perSecond(name + ".time", direction.milliseconds()));
        notes.amount(name + ".total", Unit.BYTES, direction.bytes()).count(name + ".total", direction.operations());
    }

    private static double percent(double part, double whole) {
        return whole > 0 ? 100 * part / whole : 0;
    }
}
