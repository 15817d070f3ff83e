package jmonit.config;

import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Origin;
import jmonit.model.Outlet;
import jmonit.model.Settings;
import jmonit.model.Way;
import jmonit.os.FileFacts;

/** Files that say who we are to an outlet. They are read at each connection, so one that is missing may come. */
final class Logins {

    private static final int OTHERS = 0007;

    private final Reach reach;
    private final Found found;

    Logins(Machine machine, Found found) {
        this.reach = new Reach(machine);
        this.found = found;
    }

    void check(Settings settings, Origin whole) {
        for (Outlet outlet : settings.outlets()) {
            if (outlet.way() instanceof Way.Nats nats) {
                file("nkey", nats.login().seed(), outlet, whole);
                file("credentials", nats.login().credentials(), outlet, whole);
            }
        }
    }

    private void file(String role, String path, Outlet outlet, Origin whole) {
        if (path.isEmpty()) {
            return;
        }
        String what = "the " + role + " \"" + path + "\" of " + outlet.address() + " ";
        Optional<String> fault = reach.reading(path);
        fault.ifPresent(f -> found.add(Diagnostic.warning(whole.file(), what + f)));
        if (fault.isEmpty() && reach.facts(path).map(FileFacts::mode).filter(m -> (m & OTHERS) != 0).isPresent()) {
            found.add(Diagnostic.warning(whole.file(), what + "is open to everybody").help("chmod 600 " + path));
        }
    }
}
