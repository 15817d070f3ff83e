package jmonit.format;

import static jmonit.model.EventKind.GID;
import static jmonit.model.EventKind.INVALID;
import static jmonit.model.EventKind.PID;
import static jmonit.model.EventKind.PPID;
import static jmonit.model.EventKind.RESOURCE;
import static jmonit.model.EventKind.UID;
import static jmonit.model.EventKind.UPTIME;

import java.util.Optional;

import jmonit.model.Unit;

/** A process. */
final class ProcessLines {

    private static final Optional<String> NOT_AVAILABLE = Optional.of("N/A");

    private ProcessLines() {
    }

    static void add(Sheet sheet) {
        sheet.count("pid", "pid", PID);
        sheet.count("parent pid", "ppid", PPID);
        sheet.count("uid", "uid", UID);
        sheet.count("effective uid", "euid", UID);
        sheet.count("gid", "gid", GID);
        sheet.uptime(UPTIME);
        sheet.count("threads", "threads", RESOURCE);
        sheet.count("children", "children", RESOURCE);
        sheet.line("cpu", sheet.percent("cpu"), RESOURCE);
        sheet.line("cpu total", sheet.percent("total.cpu"), RESOURCE);
        sheet.line("memory", memory(sheet, "memory"), RESOURCE);
        sheet.line("memory total", memory(sheet, "total.memory"), RESOURCE);
        sheet.text("security attribute", "security attribute", INVALID);
        sheet.line("filedescriptors", descriptors(sheet), RESOURCE);
        sheet.count("total filedescriptors", "total.filedescriptors", RESOURCE);
        traffic(sheet, "read");
        traffic(sheet, "write");
    }

    private static Optional<String> memory(Sheet sheet, String metric) {
        return Sheet.pair(sheet.percent(metric), " [", sheet.bytes(metric), "]");
    }

    /** Nobody but root and its owner may count them. */
    private static Optional<String> descriptors(Sheet sheet) {
        return sheet.count("pid").isEmpty() ? Optional.empty() : SystemLines.descriptors(sheet).or(() -> NOT_AVAILABLE);
    }

    /** Nobody but root and its owner may know; then there is nothing to tell, where Monit tells of nothing read and nothing written. */
    private static void traffic(Sheet sheet, String way) {
        if (sheet.rate(way).isEmpty()) {
            return;
        }
        sheet.line(way + " bytes", flow(sheet, way), RESOURCE);
        sheet.line("disk " + way + " bytes", flow(sheet, "disk." + way), RESOURCE);
        operations(sheet, way, "disk." + way, sheet.count("disk." + way));
    }

    private static Optional<String> flow(Sheet sheet, String metric) {
        return Sheet.pair(sheet.rate(metric), " [", sheet.bytes(metric), " total]");
    }

    static void operations(Sheet sheet, String way, String metric, Optional<String> total) {
        var rate = sheet.readings().amount(metric, Unit.OPERATIONS_PER_SECOND).map(n -> Amounts.fixed(n, 1));
        sheet.line("disk " + way + " operations", Sheet.pair(rate, " " + way + "s/s [", total, " " + way + "s total]"), RESOURCE);
    }
}
