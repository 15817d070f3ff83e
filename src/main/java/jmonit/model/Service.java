package jmonit.model;

import java.util.List;

/** One check statement. {@code type} is a keyword of the catalog. */
public record Service(String name, String type, Subject subject, Commands commands, List<Rule> rules, List<Rule> ignores,
        Care care, List<Recipient> recipients, Origin origin) {

    public Service {
        rules = List.copyOf(rules);
        ignores = List.copyOf(ignores);
        recipients = List.copyOf(recipients);
    }

    /** When and how the service is looked after, and with which others it belongs. */
    public record Care(Mode mode, OnReboot onReboot, Schedule schedule, List<String> groups, List<Dependency> dependsOn) {

        public Care {
            groups = List.copyOf(groups);
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /** The name of a service that must be well before this one can be. */
    public record Dependency(String name, Origin origin) {
    }

    Service with(List<Rule> others) {
        return new Service(name, type, subject, commands, others, ignores, care, recipients, origin);
    }

    public Service with(Subject otherSubject, Commands otherCommands, List<Rule> otherRules) {
        return new Service(name, type, otherSubject, otherCommands, otherRules, ignores, care, recipients, origin);
    }

    /** The same without anything to test. */
    public Service bare() {
        return new Service(name, type, subject, commands, List.of(), List.of(), care, recipients, origin);
    }
}
