package jmonit.config;

import java.util.List;
import java.util.stream.Stream;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Suggest;
import jmonit.model.ControlFile;
import jmonit.model.Maintenance;
import jmonit.model.Scope;
import jmonit.model.Service;

/** Whether the services and groups whose maintenance is planned are there. */
record Maintained(ControlFile controlFile, Found found) {

    void check() {
        List<String> services = controlFile.services().stream().map(Service::name).toList();
        List<String> groups = controlFile.services().stream().flatMap(s -> s.care().groups().stream()).distinct().toList();
        for (Maintenance maintenance : controlFile.settings().maintenance()) {
            switch (maintenance.scope()) {
                case Scope.All _ -> { }
                case Scope.Group(String name) -> check(maintenance, "group", Stream.of(name), groups);
                case Scope.Named(List<String> names) -> check(maintenance, "service", names.stream(), services);
            }
        }
    }

    private void check(Maintenance maintenance, String what, Stream<String> names, List<String> known) {
        names.filter(n -> known.stream().noneMatch(n::equalsIgnoreCase)).forEach(n -> {
            var complaint = Diagnostic.error(maintenance.origin().file(), maintenance.origin().line(),
                    "maintenance is for the " + what + " \"" + n + "\", which is not defined").see("maintenance");
            found.add(Suggest.nearest(n, known).map(near -> complaint.help(Wording.didYouMean(near))).orElse(complaint));
        });
    }
}
