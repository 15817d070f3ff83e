package jmonit.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jmonit.model.Action;
import jmonit.model.Command;
import jmonit.model.ControlFile;
import jmonit.model.Origin;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Way;

/** A program that a service or an outlet needs, and for what. {@code tested} is the program of a check program, without which nothing can be checked. */
record ProgramUse(String role, Command command, boolean tested, String owner, Origin origin) {

    static List<ProgramUse> of(ControlFile controlFile, Origin whole) {
        Stream<ProgramUse> outlets = controlFile.settings().outlets().stream().flatMap(o -> o.way() instanceof Way.Program(Command command)
                ? Stream.of(new ProgramUse("program", command, false, o.address(), whole)) : Stream.empty());
        return Stream.concat(outlets, controlFile.services().stream().flatMap(s -> of(s).stream())).toList();
    }

    private static List<ProgramUse> of(Service service) {
        var uses = new ArrayList<ProgramUse>();
        if (service.subject() instanceof Subject.Program(Command command)) {
            uses.add(new ProgramUse("program", command, true, service.name(), service.origin()));
        }
        service.commands().start().forEach(c -> uses.add(new ProgramUse("start program", c, false, service.name(), service.origin())));
        service.commands().stop().forEach(c -> uses.add(new ProgramUse("stop program", c, false, service.name(), service.origin())));
        service.commands().restart().forEach(c -> uses.add(new ProgramUse("restart program", c, false, service.name(), service.origin())));
        for (Rule rule : service.rules()) {
            exec(rule.then(), rule, service, uses);
            exec(rule.otherwise(), rule, service, uses);
        }
        return uses;
    }

    private static void exec(Action action, Rule rule, Service service, List<ProgramUse> uses) {
        if (action instanceof Action.Exec(Command command, _)) {
            uses.add(new ProgramUse("exec program", command, false, service.name(), rule.origin()));
        }
    }
}
