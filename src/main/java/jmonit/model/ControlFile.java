package jmonit.model;

import java.util.List;

/** Everything the control files say. Immutable and comparable: a reload is the difference of two. */
public record ControlFile(Settings settings, List<Service> services) {

    public ControlFile {
        services = List.copyOf(services);
    }

    /** With what {@code set ssl} says in each connection test that does not say it itself. */
    public ControlFile settled() {
        return new ControlFile(settings, services.stream().map(this::settled).toList());
    }

    private Service settled(Service service) {
        return service.with(service.rules().stream().map(this::settled).toList());
    }

    private Rule settled(Rule rule) {
        return rule.when() instanceof Condition.Connected(var connection, boolean succeeded) && connection.tls().used()
                ? rule.when(new Condition.Connected(connection.with(connection.tls().over(settings.tls())), succeeded))
                : rule;
    }
}
