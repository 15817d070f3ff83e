package jmonit.config;

import java.io.IOException;
import java.util.List;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Condition;
import jmonit.model.ControlFile;
import jmonit.model.Origin;
import jmonit.model.Pattern;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.regex.Expression;
import jmonit.regex.Invalid;

/** What the tests of files need from the start: the patterns to search for, and the file whose checksum is to stay what it is. */
final class WatchedFiles {

    private final Machine machine;
    private final Reach reach;
    private final Found found;

    WatchedFiles(Machine machine, Found found) {
        this.machine = machine;
        this.reach = new Reach(machine);
        this.found = found;
    }

    void check(ControlFile controlFile) {
        for (Service service : controlFile.services()) {
            service.rules().forEach(r -> check(service, r));
            service.ignores().forEach(r -> check(service, r));
        }
    }

    private void check(Service service, Rule rule) {
        if (rule.when() instanceof Condition.Matches(_, Pattern.FromFile(String path), _)) {
            patterns(service, path, rule.origin());
        } else if (service.subject() instanceof Subject.Path(String path) && remembersSum(rule.when())) {
            reach.reading(path).ifPresent(fault -> found.add(Diagnostic.warning(rule.origin().file(), rule.origin().line(),
                    "the checksum of \"" + service.name() + "\" cannot be computed: \"" + path + "\" " + fault)));
        }
    }

    private static boolean remembersSum(Condition condition) {
        return switch (condition) {
            case Condition.DiffersSum(_, String expected) -> expected.isEmpty();
            case Condition.Changed(String metric) -> metric.startsWith("checksum");
            case Condition.Unchanged(String metric) -> metric.startsWith("checksum");
            default -> false;
        };
    }

    private void patterns(Service service, String path, Origin origin) {
        String file = "the pattern file \"" + path + "\" of \"" + service.name() + "\" ";
        var fault = reach.reading(path);
        if (fault.isPresent()) {
            complain(origin, file + fault.get());
            return;
        }
        try {
            expressions(PatternFile.lines(machine.files(), path), file, origin);
        } catch (IOException e) {
            complain(origin, file + "is of no use: " + e.getMessage());
        }
    }

    /** The first mistake will do: with it, Monit gives up. */
    private void expressions(List<String> lines, String file, Origin origin) {
        for (int i = 0; i < lines.size(); i++) {
            if (Expression.parse(lines.get(i)) instanceof Invalid(String reason, _)) {
                complain(origin, file + "has an invalid regular expression on line " + (i + 1) + ": " + reason);
                return;
            }
        }
    }

    private void complain(Origin origin, String message) {
        found.add(Diagnostic.error(origin.file(), origin.line(), message));
    }
}
