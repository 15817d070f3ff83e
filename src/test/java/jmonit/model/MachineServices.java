package jmonit.model;

import java.util.Arrays;
import java.util.List;

/** Services about the machine and its parts, with a rule for each condition. */
public final class MachineServices {

    private static final Origin ORIGIN = new Origin("monitrc", 1);

    private MachineServices() {
    }

    public static Service system(Condition... conditions) {
        return service("plum", "system", new Subject.Machine(), conditions);
    }

    public static Service filesystem(String path, Condition... conditions) {
        return service("disk", "filesystem", new Subject.Path(path), conditions);
    }

    public static Service network(String name, Condition... conditions) {
        return service("net", "network", new Subject.Interface(name, false), conditions);
    }

    public static Service address(String address) {
        return service("net", "network", new Subject.Interface(address, true));
    }

    private static Service service(String name, String type, Subject subject, Condition... conditions) {
        var rules = Arrays.stream(conditions)
                .map(condition -> new Rule(condition, Window.ONCE, Action.ALERT, Window.ONCE, Action.ALERT, ORIGIN)).toList();
        var care = new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of(), List.of());
        return new Service(name, type, subject, Commands.NONE, rules, List.of(), care, List.of(), ORIGIN);
    }

    public static Condition over(String metric, Unit unit, double limit) {
        return new Condition.Threshold(metric, Comparison.GREATER, Amount.of(limit, unit));
    }
}
