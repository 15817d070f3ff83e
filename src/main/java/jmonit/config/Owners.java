package jmonit.config;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Condition;
import jmonit.model.ControlFile;
import jmonit.model.Origin;
import jmonit.model.Principal;
import jmonit.model.Rule;
import jmonit.model.RunAs;
import jmonit.model.Service;

/** Users and groups, which have to exist on this machine; as in Monit a number needs an account, too. */
final class Owners {

    private final Machine machine;
    private final Found found;

    Owners(Machine machine, Found found) {
        this.machine = machine;
        this.found = found;
    }

    void check(ControlFile controlFile, Origin whole) {
        controlFile.settings().httpd().unix().forEach(u -> runAs("the socket of the web server", u.owner(), whole));
        ProgramUse.of(controlFile, whole).forEach(this::program);
        for (Service service : controlFile.services()) {
            service.rules().forEach(r -> test(service, r));
        }
    }

    private void program(ProgramUse use) {
        RunAs runAs = use.command().runAs();
        String what = "the " + use.role() + " of \"" + use.owner() + "\"";
        runAs(what, runAs, use.origin());
        if (!runAs.isMyself() && machine.host().uid() != 0) {
            found.add(error(use.origin(), "only root can run " + what + " as another user")
                    .help("run jmonit as root, or leave out \"as uid\" and \"gid\""));
        }
    }

    private void test(Service service, Rule rule) {
        if (rule.when() instanceof Condition.DiffersOwner(String metric, Principal expected)) {
            String what = "a " + metric + " test of \"" + service.name() + "\"";
            if (metric.equals("gid")) {
                group(what, expected, rule.origin());
            } else {
                user(what, expected, rule.origin());
            }
        }
    }

    private void runAs(String what, RunAs runAs, Origin origin) {
        user(what, runAs.user(), origin);
        group(what, runAs.group(), origin);
    }

    private void user(String what, Principal user, Origin origin) {
        boolean known = switch (user) {
            case Principal.Inherited _ -> true;
            case Principal.Named(String name) -> machine.accounts().user(name).isPresent();
            case Principal.Numbered(long id) -> machine.accounts().user(id).isPresent();
        };
        if (!known) {
            found.add(error(origin, what + " needs user " + named(user) + ", who does not exist on this machine"));
        }
    }

    private void group(String what, Principal group, Origin origin) {
        boolean known = switch (group) {
            case Principal.Inherited _ -> true;
            case Principal.Named(String name) -> machine.accounts().group(name).isPresent();
            case Principal.Numbered(long id) -> machine.accounts().group(id).isPresent();
        };
        if (!known) {
            found.add(error(origin, what + " needs group " + named(group) + ", which does not exist on this machine"));
        }
    }

    private static String named(Principal principal) {
        return switch (principal) {
            case Principal.Inherited _ -> "";
            case Principal.Named(String name) -> "\"" + name + "\"";
            case Principal.Numbered(long id) -> String.valueOf(id);
        };
    }

    private static Diagnostic error(Origin origin, String message) {
        return Diagnostic.error(origin.file(), origin.line(), message);
    }
}
