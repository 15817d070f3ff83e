package jmonit.config;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.os.Account;
import jmonit.os.FileFacts;

/** Whose the control file is and who else may use it: it says what runs as root, and may hold passwords. */
final class ControlFileMode {

    private static final String TOPIC = "control-file-mode";
    private static final int OTHERS = 0077;
    private static final int WRITTEN_BY_OTHERS = 0022;
    private static final int READ_BY_OTHERS = 0044;

    private final Machine machine;
    private final Found found;

    ControlFileMode(Machine machine, Found found) {
        this.machine = machine;
        this.found = found;
    }

    void check(Reading.Result read, String path) {
        facts(path).ifPresent(facts -> {
            owner(path, facts);
            mode(path, facts.mode(), read.confidential().contains(path));
        });
        read.files().stream().distinct().filter(f -> !f.equals(path))
                .forEach(f -> facts(f).ifPresent(facts -> included(f, facts.mode(), read.confidential().contains(f))));
    }

    /** Nothing where the file is gone since it was read: then there is nothing left to protect. */
    private Optional<FileFacts> facts(String path) {
        try {
            return machine.files().facts(path);
        } catch (IOException e) {
            found.add(Diagnostic.error(path, e.getMessage()).see(TOPIC));
            return Optional.empty();
        }
    }

    private void owner(String path, FileFacts facts) {
        if (facts.uid() != machine.host().uid()) {
            String owner = machine.accounts().user(facts.uid()).map(Account::name).orElse(String.valueOf(facts.uid()));
            String you = machine.host().userName();
            found.add(Diagnostic.error(path, "this file belongs to \"" + owner + "\", but jmonit runs as \"" + you + "\"")
                    .help("chown " + you + " " + path).see(TOPIC));
        }
    }

    private void mode(String path, int mode, boolean secret) {
        String shown = ", its mode is " + octal(mode);
        if ((mode & WRITTEN_BY_OTHERS) != 0) {
            found.add(closed(Diagnostic.error(path, "others may write to this file" + shown), path));
        } else if ((mode & OTHERS) != 0 && secret) {
            found.add(closed(Diagnostic.error(path, "this file holds a password and is open to others" + shown), path));
        } else if ((mode & OTHERS) != 0) {
            found.add(closed(Diagnostic.warning(path, "this file is open to others" + shown), path));
        }
    }

    /** Monit does not look at these, so nothing is refused; but whoever may change one runs programs as root, and all may read a password. */
    private void included(String path, int mode, boolean secret) {
        if ((mode & READ_BY_OTHERS) != 0 && secret) {
            found.add(closed(Diagnostic.warning(path, "this included file holds a password and is open to others, its mode is " + octal(mode)), path));
        } else if ((mode & WRITTEN_BY_OTHERS) != 0) {
            found.add(Diagnostic.warning(path, "others may write to this included file, its mode is " + octal(mode))
                    .help("chmod go-w " + path).see(TOPIC));
        }
    }

    private static Diagnostic closed(Diagnostic diagnostic, String path) {
        return diagnostic.help("chmod 600 " + path).see(TOPIC);
    }

    static String octal(int mode) {
        return "%04o".formatted(mode);
    }
}
