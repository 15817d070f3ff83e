package jmonit.model;

import java.util.List;

/** Which services are meant. */
public sealed interface Scope {

    record All() implements Scope {
    }

    record Group(String name) implements Scope {
    }

    record Named(List<String> names) implements Scope {

        public Named {
            names = List.copyOf(names);
        }
    }

    default boolean covers(Service service) {
        return switch (this) {
            case All _ -> true;
            case Group(String name) -> service.care().groups().stream().anyMatch(name::equalsIgnoreCase);
            case Named(List<String> names) -> names.stream().anyMatch(service.name()::equalsIgnoreCase);
        };
    }

    /** As the language says it. */
    default String text() {
        return switch (this) {
            case All _ -> "all";
            case Group(String name) -> "group " + name;
            case Named(List<String> names) -> "service " + String.join(", ", names);
        };
    }
}
