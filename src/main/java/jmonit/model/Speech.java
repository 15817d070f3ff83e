package jmonit.model;

import java.util.List;
import java.util.Optional;

/** What is said over a connection. {@code protocol} is a name of the catalog. */
public record Speech(String protocol, List<Setting> settings) {

    public Speech {
        settings = List.copyOf(settings);
    }

    /** One option with its value, in the order written: an HTTP test may name several headers, a dialogue several turns. */
    public record Setting(String option, Comparison comparison, String value, boolean secret) {

        @Override
        public String toString() {
            return option + " " + comparison.sign() + " " + (secret ? "***" : value);
        }
    }

    /** The last value of an option, or nothing. */
    public Optional<String> setting(String option) {
        for (var i = settings.size() - 1; i >= 0; i--) {
            if (settings.get(i).option().equals(option)) {
                return Optional.of(settings.get(i).value());
            }
        }
        return Optional.empty();
    }
}
