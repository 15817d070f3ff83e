package jmonit.config;

import java.util.ArrayList;
import java.util.List;

import jmonit.model.Condition;
import jmonit.model.ControlFile;
import jmonit.model.Origin;
import jmonit.model.Settings;
import jmonit.model.Tls;

/** Encryption with the name of what uses it. */
record TlsUse(String user, Tls tls, boolean serves, Origin origin) {

    /** All of a control file; {@code whole} is the place of those that know none. */
    static List<TlsUse> of(ControlFile controlFile, Origin whole) {
        var uses = new ArrayList<TlsUse>();
        Settings settings = controlFile.settings();
        uses.add(new TlsUse("set ssl", settings.tls(), false, whole));
        settings.httpd().tcp().forEach(t -> uses.add(new TlsUse("the web server", t.tls(), t.tls().used(), whole)));
        settings.mail().servers().forEach(s -> uses.add(new TlsUse("mail server \"" + s.host() + "\"", s.tls(), false, whole)));
        settings.mmonits().forEach(m -> uses.add(new TlsUse("collector \"" + m.url().host() + "\"", m.tls(), false, whole)));
        settings.outlets().forEach(o -> uses.add(new TlsUse(o.kind().keyword() + " \"" + o.name() + "\"", o.tls(), false, whole)));
        controlFile.services().forEach(s -> s.rules().forEach(r -> {
            if (r.when() instanceof Condition.Connected(var connection, _)) {
                uses.add(new TlsUse("a connection test of \"" + s.name() + "\"", connection.tls(), false, r.origin()));
            }
        }));
        return uses;
    }
}
