package jmonit.format;

import static jmonit.model.EventKind.FSFLAGS;
import static jmonit.model.EventKind.RESOURCE;

import java.util.Optional;

import jmonit.model.Unit;

/** A filesystem. What nobody counts for it, such as inodes or traffic, has no line. */
final class FilesystemLines {

    private FilesystemLines() {
    }

    static void add(Sheet sheet) {
        sheet.text("filesystem type", "fstype");
        sheet.text("filesystem flags", "fsflags", FSFLAGS);
        TypeLines.owner(sheet);
        sheet.line("block size", sheet.bytes("block.size"));
        sheet.line("space total", Sheet.pair(sheet.bytes("space.total"), " (of which ", sheet.percent("space.reserved"),
                " is reserved for root user)"));
        sheet.line("space free for non superuser", free(sheet, "space.available"));
        sheet.line("space free total", free(sheet, "space.free"), RESOURCE);
        inodes(sheet);
        traffic(sheet);
    }

    private static Optional<String> free(Sheet sheet, String metric) {
        return Sheet.pair(sheet.bytes(metric), " [", sheet.percent(metric), "]");
    }

    private static void inodes(Sheet sheet) {
        if (sheet.count("inodes.free").isPresent()) {
            sheet.count("inodes total", "inodes.total");
            sheet.line("inodes free", Sheet.pair(sheet.count("inodes.free"), " [", sheet.percent("inodes.free"), "]"), RESOURCE);
        }
    }

    private static void traffic(Sheet sheet) {
        if (sheet.bytes("read.total").isEmpty()) {
            return;
        }
        traffic(sheet, "read");
        traffic(sheet, "write");
        var all = milliseconds(sheet, "service time");
        var parts = Sheet.pair(milliseconds(sheet, "service time.read"), " ms, write ", milliseconds(sheet, "service time.write"), " ms");
        sheet.line("service time", Sheet.pair(all, " ms/operation (of which read ", parts, ")"));
    }

    private static void traffic(Sheet sheet, String way) {
        sheet.line(way + " bytes", Sheet.pair(sheet.rate(way), " [", sheet.bytes(way + ".total"), " total]"), RESOURCE);
        ProcessLines.operations(sheet, way, way, sheet.count(way + ".total"));
    }

    private static Optional<String> milliseconds(Sheet sheet, String metric) {
        return sheet.readings().amount(metric, Unit.MILLISECONDS).map(n -> Amounts.fixed(n, 3));
    }
}
