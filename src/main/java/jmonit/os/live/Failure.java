package jmonit.os.live;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Words for the operator: {@code cannot read /etc/monitrc: permission denied}. */
final class Failure {

    private Failure() {
    }

    static IOException to(String attempt, String path, String reason) {
        return new IOException("cannot " + attempt + " " + path + ": " + reason);
    }

    static IOException to(String attempt, String path, IOException cause) {
        return new IOException("cannot " + attempt + " " + path + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        var reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : uncapitalized(reason);
    }

    private static String uncapitalized(String reason) {
        return reason.isEmpty() ? reason : reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
    }
}
