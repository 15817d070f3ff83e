package jmonit.format;

import java.util.Optional;

import jmonit.catalog.Catalog;
import jmonit.model.EventKind;
import jmonit.model.Unit;

/** The lines that services of one type have and others have not, in Monit's order. */
final class TypeLines {

    private final ConnectionLines connections;

    TypeLines(Catalog catalog) {
        connections = new ConnectionLines(catalog);
    }

    void add(Sheet sheet) {
        switch (sheet.state().view().service().type()) {
            case "system" -> SystemLines.add(sheet);
            case "process" -> process(sheet);
            case "file" -> file(sheet);
            case "fifo", "directory" -> path(sheet);
            case "filesystem" -> FilesystemLines.add(sheet);
            case "network" -> NetworkLines.add(sheet);
            case "program" -> program(sheet);
            case "host" -> connections.add(sheet);
            default -> {
                // A type that only jmonit knows has no lines of its own yet.
            }
        }
    }

    private void process(Sheet sheet) {
        ProcessLines.add(sheet);
        connections.add(sheet);
    }

    private static void path(Sheet sheet) {
        owner(sheet);
        times(sheet);
    }

    private static void file(Sheet sheet) {
        owner(sheet);
        sheet.line("size", sheet.bytes("size"), EventKind.SIZE);
        times(sheet);
        var asked = Asked.of(sheet.state().view().service());
        if (asked.content()) {
            sheet.text("content match", "content.match", EventKind.CONTENT);
        }
        if (asked.checksum()) {
            sheet.line("checksum", Sheet.pair(sheet.readings().text("checksum"), " (", sheet.readings().text("checksum.type"), ")"),
                    EventKind.CHECKSUM);
        }
    }

    static void owner(Sheet sheet) {
        sheet.line("permission", mode(sheet.readings()), EventKind.PERMISSION);
        sheet.count("uid", "uid", EventKind.UID);
        sheet.count("gid", "gid", EventKind.GID);
    }

    /** Of a path it is read as octal digits, of a filesystem as a number. */
    static Optional<String> mode(jmonit.model.Readings readings) {
        return readings.text("permission")
                .or(() -> readings.amount("permission", Unit.COUNT).map(mode -> Integer.toOctalString(mode.intValue())));
    }

    private static void times(Sheet sheet) {
        sheet.moment("access timestamp", "atime", EventKind.TIMESTAMP);
        sheet.moment("change timestamp", "ctime", EventKind.TIMESTAMP);
        sheet.moment("modify timestamp", "mtime", EventKind.TIMESTAMP);
    }

    private static void program(Sheet sheet) {
        var status = sheet.count("status");
        if (status.isEmpty()) {
            return;
        }
        sheet.line("last exit value", status, EventKind.STATUS);
        sheet.line("last output", sheet.readings().text("content").map(Amounts::clean).filter(t -> !t.isEmpty()), EventKind.STATUS);
    }
}
