package jmonit.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jmonit.model.Action;
import jmonit.model.Command;
import jmonit.model.Commands;
import jmonit.model.Event;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.Failure;
import jmonit.model.Snapshot.View;
import jmonit.model.Subject;

/** For those who may only look: of each command they see the program, not its arguments, which may hold passwords. */
public final class Discretion {

    private static final String REST = "…";
    /** A command that the control file does not have, or no longer: where it ends nobody knows. */
    private static final Pattern STRANGE = Pattern.compile("((?:-- |Program )'[^' …]+) (?!…').*", Pattern.DOTALL);

    private final Map<String, List<Command>> commands = new HashMap<>();

    public Discretion(List<Service> services) {
        for (Service service : services) {
            List<Command> hidden = commands(service).filter(c -> c.words().size() > 1).distinct().toList();
            if (!hidden.isEmpty()) {
                commands.put(service.name(), hidden);
            }
        }
    }

    private static Stream<Command> commands(Service service) {
        var all = new ArrayList<Command>();
        Commands own = service.commands();
        Stream.of(own.start(), own.stop(), own.restart()).forEach(all::addAll);
        if (service.subject() instanceof Subject.Program(Command command)) {
            all.add(command);
        }
        service.rules().stream().flatMap(r -> Stream.of(r.then(), r.otherwise())).forEach(a -> {
            if (a instanceof Action.Exec(Command command, _)) {
                all.add(command);
            }
        });
        return all.stream();
    }

    public Snapshot of(Snapshot snapshot) {
        return snapshot.with(views(snapshot.services()), snapshot.events().stream().map(this::of).toList());
    }

    public List<View> views(List<View> views) {
        return views.stream().map(this::of).toList();
    }

    public Event of(Event event) {
        return event.because(text(event.service(), event.because()));
    }

    private View of(View view) {
        String name = view.service().name();
        return view.with(of(view.service()), view.failures().stream().map(f -> of(name, f)).toList());
    }

    private Failure of(String name, Failure failure) {
        return failure.with(text(name, failure.because()), failure.rule().stream().map(Discretion::of).toList());
    }

    /** What a failed program is reported with names it as it was called. */
    private String text(String service, String because) {
        String text = because;
        for (Command command : commands.getOrDefault(service, List.of())) {
            text = text.replace(String.join(" ", command.words()), command.program() + " " + REST);
        }
        return STRANGE.matcher(text).replaceFirst("$1 " + REST);
    }

    private static Service of(Service service) {
        Commands own = service.commands();
        var hidden = new Commands(all(own.start()), all(own.stop()), all(own.restart()));
        Subject subject = service.subject() instanceof Subject.Program(Command command) ? new Subject.Program(of(command)) : service.subject();
        return service.with(subject, hidden, service.rules().stream().map(Discretion::of).toList());
    }

    private static Rule of(Rule rule) {
        return rule.with(of(rule.then()), of(rule.otherwise()));
    }

    private static Action of(Action action) {
        return action instanceof Action.Exec(Command command, int repeat) ? new Action.Exec(of(command), repeat) : action;
    }

    private static List<Command> all(List<Command> commands) {
        return commands.stream().map(Discretion::of).toList();
    }

    private static Command of(Command command) {
        return command.words().size() == 1 ? command : new Command(List.of(command.program(), REST), command.runAs(), command.timeout());
    }
}
