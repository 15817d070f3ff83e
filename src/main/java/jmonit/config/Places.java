package jmonit.config;

import jmonit.model.Settings;
import jmonit.os.Account;
import jmonit.os.Accounts;
import jmonit.os.Host;

/** Where the control file is and where jmonit keeps its own files unless told otherwise. */
public record Places(String controlFile, String pidFile, String idFile, String stateFile) {

    /** In the home of whoever runs it, but for the pidfile of root. */
    public static Places of(String controlFile, Host host, Accounts accounts) {
        String home = accounts.user(host.uid()).map(Account::home).orElse(host.home());
        return new Places(controlFile, host.uid() == 0 ? "/run/jmonit.pid" : home + "/.jmonit.pid", home + "/.jmonit.id", home + "/.jmonit.state");
    }

    /** The same, but for what a control file puts elsewhere. */
    public Places with(Settings.Files named) {
        return new Places(controlFile, or(named.pid(), pidFile), or(named.id(), idFile), or(named.state(), stateFile));
    }

    private static String or(String named, String usual) {
        return named.isEmpty() ? usual : named;
    }
}
