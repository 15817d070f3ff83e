package jmonit.config;

import java.util.ArrayList;
import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Hours;
import jmonit.model.Maintenance;
import jmonit.model.Origin;
import jmonit.model.Scope;

/** Reads {@code set maintenance "sun 02:00-04:00" for group db mode passive reason "vacuum"}. */
final class MaintenanceReader {

    private static final String TOPIC = "maintenance";

    private final SettingsDraft settings;
    private final Cursor c;
    private Scope scope = new Scope.All();
    private boolean acts = true;
    private String reason = "";

    MaintenanceReader(SettingsDraft settings, Cursor cursor) {
        this.settings = settings;
        this.c = cursor;
    }

    void read() {
        Origin origin = c.origin();
        Optional<Hours> hours = hours();
        scope();
        while (c.more() && option()) {
            // each turn takes one option
        }
        if (c.more()) {
            c.unknown("option", TOPIC);
        }
        if (!c.spent() && hours.isPresent()) {
            settings.maintenance.add(new Maintenance(hours.get(), scope, acts, reason, origin));
        }
    }

    private Optional<Hours> hours() {
        Word word = c.peek();
        String text = c.value("hours such as \"sun 02:00-04:00\"");
        Optional<Hours> hours = HoursReader.read(text);
        if (!c.spent() && hours.isEmpty()) {
            c.complain(Diagnostic.error(word.span(), "\"" + text + "\" names no hours", "expected days, times, or both")
                    .help("for instance \"sun 02:00-04:00\", \"mon-fri 22:00-06:00\", \"sat,sun\" or \"23:30-00:30\"").see(TOPIC));
        }
        return hours;
    }

    private void scope() {
        if (c.take("group")) {
            scope = new Scope.Group(name("the name of a group"));
        } else if (c.take("service")) {
            var names = new ArrayList<String>();
            do {
                names.add(name("the name of a service"));
            } while (c.more() && !c.at("mode") && !c.at("reason") && !c.at("group"));
            scope = new Scope.Named(names);
        } else {
            c.take("all");
        }
    }

    private String name(String what) {
        Word word = c.peek();
        return word.getType() == MonitParser.NAME ? Quotes.name(c.next()) : c.strictValue(what);
    }

    private boolean option() {
        if (c.take("mode")) {
            mode();
        } else if (c.take("reason")) {
            reason = c.value("the reason in quotes").replaceAll("\\s+", " ").strip();
        } else {
            return false;
        }
        return true;
    }

    private void mode() {
        if (c.take("passive")) {
            acts = false;
        } else if (!c.take("active")) {
            c.unknown("mode", TOPIC);
        }
    }
}
