package jmonit.config;

import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.ControlFile;
import jmonit.model.Origin;
import jmonit.model.Tls;
import jmonit.os.FileFacts;

/** Files of certificates and keys, wherever encryption is spoken of. */
final class Certificates {

    /** Monit lets the group read and enter, but nobody else. */
    private static final int TOO_OPEN = 0027;

    private final Machine machine;
    private final Reach reach;
    private final Found found;

    Certificates(Machine machine, Found found) {
        this.machine = machine;
        this.reach = new Reach(machine);
        this.found = found;
    }

    void check(ControlFile controlFile, Origin whole) {
        TlsUse.of(controlFile, whole).forEach(this::check);
    }

    private void check(TlsUse use) {
        Tls.Paths paths = use.tls().paths();
        key(use, "pemfile", paths.pem());
        file(use, "pemchain", paths.chain());
        key(use, "pemkey", paths.key());
        file(use, "clientpemfile", paths.clientPem());
        file(use, "cacertificatefile", paths.caFile());
        if (!paths.caPath().isEmpty()) {
            reach.listing(paths.caPath()).ifPresent(fault -> complain(use, "cacertificatepath", paths.caPath(), fault));
        }
    }

    private void key(TlsUse use, String role, String path) {
        if (file(use, role, path) && use.serves()) {
            reach.facts(path).ifPresent(facts -> guarded(use, role, path, facts));
        }
    }

    /** Whether there is a file to look at more closely. */
    private boolean file(TlsUse use, String role, String path) {
        Optional<String> fault = path.isEmpty() ? Optional.empty() : reach.reading(path);
        fault.ifPresent(f -> complain(use, role, path, f));
        return !path.isEmpty() && fault.isEmpty();
    }

    private void guarded(TlsUse use, String role, String path, FileFacts facts) {
        if (facts.uid() != machine.host().uid()) {
            found.add(fault(use, role, path, "belongs to another user").help("chown " + machine.host().userName() + " " + path));
        } else if ((facts.mode() & TOO_OPEN) != 0) {
            found.add(fault(use, role, path, "is open to others, its mode is " + ControlFileMode.octal(facts.mode()))
                    .help("chmod 600 " + path));
        }
    }

    private void complain(TlsUse use, String role, String path, String fault) {
        found.add(fault(use, role, path, fault));
    }

    private static Diagnostic fault(TlsUse use, String role, String path, String fault) {
        return Diagnostic.error(use.origin().file(), use.origin().line(), "the " + role + " \"" + path + "\" of " + use.user() + " " + fault);
    }
}
