package jmonit.config;

import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.LogTarget;
import jmonit.model.Origin;
import jmonit.model.Settings;
import jmonit.os.FileFacts.Kind;

/** The files jmonit writes itself: as in Monit only the log is indispensable. Paths that were not written are left alone. */
final class OwnFiles {

    private final Reach reach;
    private final Found found;

    OwnFiles(Machine machine, Found found) {
        this.reach = new Reach(machine);
        this.found = found;
    }

    void check(Settings settings, Origin where) {
        if (settings.files().log() instanceof LogTarget.ToFile(String path)) {
            log(path).ifPresent(fault -> found.add(Diagnostic.error(where.file(), "the log file \"" + path + "\" " + fault)
                    .help("name a file that can be written, or use \"set log syslog\"")));
        }
        file("pidfile", settings.files().pid(), where);
        file("idfile", settings.files().id(), where);
        file("statefile", settings.files().state(), where);
        queue(settings.mail().queue().directory(), where);
    }

    private Optional<String> log(String path) {
        // /dev/stdout may well be a pipe, and somebody reads it.
        if (!path.startsWith("/dev/") && reach.is(Kind.FIFO, path)) {
            return Optional.of("is a fifo, and writing to it would wait for a reader");
        }
        return reach.writing(path);
    }

    private void file(String role, String path, Origin where) {
        Optional<String> fault = path.isEmpty() ? Optional.empty() : ordinary(path);
        fault.ifPresent(f -> found.add(Diagnostic.warning(where.file(), "the " + role + " \"" + path + "\" " + f)));
    }

    private Optional<String> ordinary(String path) {
        return reach.is(Kind.FIFO, path) ? Optional.of("is a fifo, not a regular file") : reach.writing(path);
    }

    private void queue(String directory, Origin where) {
        Optional<String> fault = directory.isEmpty() ? Optional.empty() : reach.filling(directory);
        fault.ifPresent(f -> found.add(Diagnostic.warning(where.file(), "the directory \"" + directory + "\" of the event queue " + f)
                .help("without it, events that cannot be delivered are lost")));
    }
}
