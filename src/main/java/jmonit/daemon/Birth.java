package jmonit.daemon;

import static java.util.Objects.requireNonNull;

import jmonit.config.Places;
import jmonit.model.Httpd;
import jmonit.model.Settings;

/**
 * What a daemon is born with.
 *
 * @param program name and version: {@code jmonit 0.1.0}
 * @param places where its files are; the control file by its absolute name
 * @param validating a single pass whose outcome is asked for, even where a poll time is set
 */
public record Birth(String program, Places places, Settings settings, boolean validating) {

    public Birth {
        requireNonNull(program, "program");
    }

    /** One pass is all that is asked for where no poll time is set either. */
    boolean once() {
        return validating || settings.poll().seconds() == 0;
    }

    boolean foreground() {
        return settings.switches().init();
    }

    String announcement() {
        return "Starting " + program + " daemon" + (settings.httpd().on() ? " with http interface at " + address(settings.httpd()) : "");
    }

    private static String address(Httpd httpd) {
        if (httpd.tcp().isEmpty()) {
            return httpd.unix().getFirst().path();
        }
        Httpd.Tcp tcp = httpd.tcp().getFirst();
        return "[" + (tcp.address().isEmpty() ? "*" : tcp.address()) + "]:" + tcp.port();
    }
}
