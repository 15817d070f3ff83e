package jmonit.config;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

import jmonit.catalog.Catalog;
import jmonit.model.ControlFile;
import jmonit.model.Service;
import jmonit.os.Accounts;
import jmonit.os.Files;

/** Shows what was understood of a control file, in the form of {@code monit -tv}. */
public final class Meaning {

    private final Catalog catalog;
    private final Files files;
    private final Accounts accounts;
    private final Places places;

    public Meaning(Catalog catalog, Files files, Accounts accounts, Places places) {
        this.catalog = catalog;
        this.files = files;
        this.accounts = accounts;
        this.places = places;
    }

    /** All groups in the order they are first named, whatever their case. */
    private static List<String> groups(ControlFile controlFile) {
        var groups = new LinkedHashMap<String, String>();
        controlFile.services().forEach(s -> s.care().groups().forEach(g -> groups.putIfAbsent(g.toLowerCase(Locale.ROOT), g)));
        return List.copyOf(groups.values());
    }

    public void print(ControlFile controlFile, Appendable out) throws IOException {
        new SettingsText(places, KnownHosts.of(files), out).print(controlFile.settings());
        out.append("\nThe service list contains the following entries:\n\n");
        var identities = new Identities(accounts);
        var text = new ServiceText(catalog, new RuleText(catalog, files, identities), identities, groups(controlFile), out);
        for (Service service : controlFile.services()) {
            text.print(service);
        }
        out.append("-".repeat(79)).append('\n');
    }
}
