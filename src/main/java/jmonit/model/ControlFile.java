package jmonit.model;

import java.util.List;

/** Everything the control files say. Immutable and comparable: a reload is the difference of two. */
public record ControlFile(Settings settings, List<Service> services) {

    public ControlFile {
        services = List.copyOf(services);
    }
}
