package jmonit.config;

import java.util.ArrayList;
import java.util.List;

import jmonit.catalog.ServiceType;
import jmonit.catalog.ServiceType.Feature;
import jmonit.model.Action;
import jmonit.model.Command;
import jmonit.model.Commands;
import jmonit.model.Condition;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Recipient;
import jmonit.model.Rule;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Window;

/** A service while its clauses are being read. */
final class ServiceDraft {

    private final ServiceType type;
    private final String name;
    private final Origin origin;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> ignores = new ArrayList<>();
    private final List<Recipient> recipients = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<Service.Dependency> dependencies = new ArrayList<>();
    private Commands commands = Commands.NONE;
    private Mode mode = Mode.ACTIVE;
    private OnReboot onReboot;
    private Schedule schedule = Schedule.EVERY_CYCLE;
    private boolean failed;

    ServiceDraft(ServiceType type, String name, Origin origin, SettingsDraft settings) {
        this.type = type;
        this.name = name;
        this.origin = origin;
        this.onReboot = settings.onReboot();
    }

    /** Some clause could not be read, so that nothing may be said about what is missing. */
    void fail() {
        failed = true;
    }

    boolean failed() {
        return failed;
    }

    boolean has(Class<? extends Condition> kind) {
        return rules.stream().anyMatch(r -> kind.isInstance(r.when()));
    }

    boolean tests(String metric) {
        return rules.stream().anyMatch(r -> switch (r.when()) {
            case Condition.Threshold t -> t.metric().equals(metric);
            case Condition.Changed t -> t.metric().equals(metric);
            case Condition.Unchanged t -> t.metric().equals(metric);
            case Condition.Matches t -> t.metric().equals(metric);
            default -> false;
        });
    }

    /** Of tests that compare with one expected value Monit keeps the last. */
    void add(Rule rule) {
        rules.removeIf(r -> replaces(rule.when(), r.when()));
        rules.add(rule);
    }

    private static boolean replaces(Condition later, Condition earlier) {
        return !single(later).isEmpty() && single(later).equals(single(earlier));
    }

    private static String single(Condition condition) {
        return switch (condition) {
            case Condition.Differs d -> d.metric().equals("permission") ? "permission" : "";
            case Condition.DiffersOwner d -> d.metric();
            case Condition.DiffersSum d -> "checksum";
            case Condition.Changed(String metric) -> metric.startsWith("checksum") ? "checksum" : metric.equals("permission") ? metric : "";
            default -> "";
        };
    }

    void ignore(Rule rule) {
        ignores.add(rule);
    }

    void tell(Recipient recipient) {
        recipients.add(recipient);
    }

    void group(String group) {
        groups.add(group);
    }

    boolean dependsOn(String service) {
        return dependencies.stream().anyMatch(d -> d.name().equalsIgnoreCase(service));
    }

    void depend(Service.Dependency dependency) {
        dependencies.add(dependency);
    }

    void mode(Mode mode) {
        this.mode = mode;
    }

    void onReboot(OnReboot onReboot) {
        this.onReboot = onReboot;
    }

    boolean scheduled() {
        return schedule != Schedule.EVERY_CYCLE;
    }

    void schedule(Schedule schedule) {
        this.schedule = schedule;
    }

    void command(int verb, Command command) {
        commands = switch (verb) {
            case MonitParser.START -> new Commands(List.of(command), commands.stop(), commands.restart());
            case MonitParser.STOP -> new Commands(commands.start(), List.of(command), commands.restart());
            default -> new Commands(commands.start(), commands.stop(), List.of(command));
        };
    }

    Service service(Subject subject) {
        var all = new ArrayList<>(rules);
        if (type.features().contains(Feature.EXISTENCE) && !has(Condition.Missing.class) && !has(Condition.Present.class)) {
            all.add(implied(new Condition.Missing(), new Action.Restart()));
        }
        if (type.features().contains(Feature.LINK) && !has(Condition.Link.class)) {
            all.add(implied(new Condition.Link(false), Action.ALERT));
        }
        if (type.features().contains(Feature.FLAGS) && !tests("fsflags")) {
            all.add(implied(new Condition.Changed("fsflags"), Action.ALERT));
        }
        return new Service(name, type.keyword(), subject, commands, all, ignores,
                new Service.Care(mode, onReboot, schedule, groups, dependencies), recipients, origin);
    }

    private Rule implied(Condition condition, Action action) {
        return new Rule(condition, Window.ONCE, action, Window.ONCE, Action.ALERT, origin);
    }
}
