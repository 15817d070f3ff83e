package jmonit.config;

import java.io.IOException;
import java.util.List;

import jmonit.os.FileFacts;

/** Finds the control file where none is named. */
public final class ControlFileSearch {

    private ControlFileSearch() {
    }

    /** The first of the usual places that holds a file. */
    public static String find(Machine machine) throws IOException {
        List<String> places = places(machine);
        for (String place : places) {
            if (machine.files().facts(place).filter(f -> f.kind() == FileFacts.Kind.FILE).isPresent()) {
                return place;
            }
        }
        throw new IOException("cannot find a control file at " + String.join(", ", places) + "; name one with -c");
    }

    private static List<String> places(Machine machine) {
        String home = machine.host().home();
        String directory = machine.host().directory();
        return List.of("/etc/jmonit/monitrc", join(home), "/etc/monitrc", "/etc/monit/monitrc", "/usr/local/etc/monitrc",
                directory + (directory.endsWith("/") ? "" : "/") + "monitrc");
    }

    private static String join(String home) {
        return home + (home.endsWith("/") ? "" : "/") + ".monitrc";
    }
}
