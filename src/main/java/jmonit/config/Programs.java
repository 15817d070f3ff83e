package jmonit.config;

import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.ControlFile;
import jmonit.model.Origin;
import jmonit.os.FileFacts.Kind;

/** Programs that have to be there and executable. As in Monit, a name is a path, and not searched for in $PATH. */
final class Programs {

    private final Reach reach;
    private final Found found;

    Programs(Machine machine, Found found) {
        this.reach = new Reach(machine);
        this.found = found;
    }

    void check(ControlFile controlFile, Origin whole) {
        ProgramUse.of(controlFile, whole).forEach(this::check);
    }

    private void check(ProgramUse use) {
        String path = use.command().program();
        Optional<String> fault = reach.running(path);
        if (fault.isPresent()) {
            found.add(advised(fault(use, fault.get()), path, fault.get()));
        } else if (reach.is(Kind.DIRECTORY, path)) {
            found.add(warning(use, "is a directory"));
        }
    }

    private static Diagnostic fault(ProgramUse use, String fault) {
        return use.tested() ? Diagnostic.error(use.origin().file(), use.origin().line(), sentence(use, fault)) : warning(use, fault);
    }

    private static Diagnostic warning(ProgramUse use, String fault) {
        return Diagnostic.warning(use.origin().file(), use.origin().line(), sentence(use, fault));
    }

    private static String sentence(ProgramUse use, String fault) {
        return "the " + use.role() + " \"" + use.command().program() + "\" of \"" + use.owner() + "\" " + fault;
    }

    private static Diagnostic advised(Diagnostic diagnostic, String path, String fault) {
        if (!path.startsWith("/")) {
            return diagnostic.help("write the whole path, beginning with /");
        }
        return fault.equals("is not executable") ? diagnostic.help("chmod +x " + path) : diagnostic;
    }
}
