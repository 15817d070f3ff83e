package jmonit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jmonit.model.LogTarget;
import jmonit.os.Disk;
import jmonit.os.FileStatus;

/** The end of our own log, as long as that is a file. */
record LogTail(Disk disk) {

    /** More than anybody reads at once. */
    private static final int MOST = 1 << 18;

    /** In words where there is nothing to read. */
    String text(LogTarget target) {
        return switch (target) {
            case LogTarget.None _ -> "There is no log: the control file does not set one\n";
            case LogTarget.Syslog _ -> "The log goes to the system log\n";
            case LogTarget.ToFile(String path) -> text(path);
        };
    }

    private String text(String path) {
        try (var file = disk.open(path)) {
            long size = disk.status(path).map(FileStatus::size).orElse(0L);
            long from = Math.max(0, size - MOST);
            var bytes = new byte[(int) (size - from)];
            String text = new String(bytes, 0, Math.max(0, file.read(bytes, 0, bytes.length, from)), StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            return "The log cannot be read: " + e.getMessage() + "\n";
        }
    }
}
