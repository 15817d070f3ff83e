package jmonit.config;

import java.util.List;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.ControlFile;
import jmonit.model.Origin;

/** What does not fit together in a control file that reads well, whatever machine it is for. */
public final class Consistency {

    private Consistency() {
    }

    /** To be asked only where reading found no error: of what could not be read, too much would seem to be missing. */
    public static List<Diagnostic> check(ControlFile controlFile, String path) {
        var found = new Found();
        new Dependencies(controlFile.services(), found).check();
        new LookBack(controlFile, found).check();
        new Outlets(controlFile, found).check();
        new Maintained(controlFile, found).check();
        new WebAccess(controlFile.settings(), new Origin(path, 0), found).check();
        return found.all();
    }
}
