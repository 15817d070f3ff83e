package jmonit.config;

import jmonit.model.Condition;
import jmonit.model.ControlFile;
import jmonit.model.Httpd;
import jmonit.model.Outlet;
import jmonit.model.Settings;
import jmonit.model.Speech;

/** Whether a control file holds a password of any kind. */
final class Secrets {

    private Secrets() {
    }

    static boolean in(ControlFile controlFile) {
        return in(controlFile.settings())
                || controlFile.services().stream().flatMap(s -> s.rules().stream()).anyMatch(r -> in(r.when()));
    }

    private static boolean in(Settings settings) {
        return settings.httpd().access().stream().anyMatch(a -> a instanceof Httpd.Access.User)
                || settings.mail().servers().stream().anyMatch(s -> !s.password().isEmpty())
                || settings.mmonits().stream().anyMatch(m -> !m.url().password().isEmpty())
                || settings.outlets().stream().anyMatch(Outlet::confidential);
    }

    private static boolean in(Condition condition) {
        return condition instanceof Condition.Connected(var connection, _) && connection.speech().settings().stream().anyMatch(Secrets::in);
    }

    private static boolean in(Speech.Setting setting) {
        return setting.secret() && !setting.value().isEmpty();
    }
}
