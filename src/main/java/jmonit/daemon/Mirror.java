package jmonit.daemon;

import jmonit.model.Condition;
import jmonit.model.ControlFile;
import jmonit.model.Endpoint;
import jmonit.model.Rule;

/** A control file may test the daemon's own web server, which then has to be open before the first look. */
final class Mirror {

    private Mirror() {
    }

    static boolean in(ControlFile controlFile) {
        return controlFile.services().stream().flatMap(s -> s.rules().stream()).anyMatch(r -> tests(r, controlFile));
    }

    /** By the port alone: what a host is called says little of whose it is. */
    private static boolean tests(Rule rule, ControlFile controlFile) {
        return rule.when() instanceof Condition.Connected(var connection, _) && switch (connection.endpoint()) {
            case Endpoint.Inet inet -> !inet.udp() && controlFile.settings().httpd().tcp().stream().anyMatch(t -> t.port() == inet.port());
            case Endpoint.Unix unix -> controlFile.settings().httpd().unix().stream().anyMatch(u -> u.path().equals(unix.path()));
        };
    }
}
