package jmonit.os.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of passwd(5) or group(5), read at the first question and kept. Both formats have the name in column 0 and
 * the id in column 2. Malformed lines are skipped, and so are the "+" and "-" lines that refer to NIS.
 */
final class AccountFile {

    static final int NAME = 0;
    static final int ID = 2;
    private static final int LIMIT = 16 << 20;
    private static final long HIGHEST_ID = 0xffff_ffffL;
    private static final Content UNREAD = new Content(false, List.of());

    private final String path;
    private final int lastId;
    private volatile Content content = UNREAD;

    private record Content(boolean whole, List<String[]> rows) {
    }

    /** All columns from {@code ID} to {@code lastId} hold ids. */
    AccountFile(Path path, int lastId) {
        this.path = path.toString();
        this.lastId = lastId;
    }

    Optional<String[]> named(String name) {
        for (var row : content().rows()) {
            if (row[NAME].equals(name)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    Optional<String[]> numbered(long id) {
        for (var row : content().rows()) {
            if (Long.parseLong(row[ID]) == id) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Whether the file could be read to its end, so that what it does not name is not in it. */
    boolean whole() {
        return content().whole();
    }

    private Content content() {
        // Two threads may both read the file at first; they read the same.
        if (content == UNREAD) {
            content = read();
        }
        return content;
    }

    private Content read() {
        try {
            return new Content(true, rows(new String(new LiveFiles().read(path, LIMIT), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            // Not an error of whoever asks: libc may know more, and is asked when the file is not whole.
            return new Content(false, List.of());
        }
    }

    private List<String[]> rows(String text) {
        var rows = new ArrayList<String[]>();
        for (var line : text.split("\n")) {
            var row = line.stripLeading().split(":", -1);
            if (wellFormed(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private boolean wellFormed(String[] row) {
        if (row.length <= lastId || row[NAME].isEmpty() || "#+-".indexOf(row[NAME].charAt(0)) >= 0) {
            return false;
        }
        for (var column = ID; column <= lastId; column++) {
            if (!isId(row[column])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isId(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 10 && Long.parseLong(text) <= HIGHEST_ID;
    }
}
