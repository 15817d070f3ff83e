package jmonit.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All values of one look, by the key of their metric; where a metric can be told in several units, one value for each. Beside the metrics of
 * the catalog there may be others, which views show and no rule compares.
 */
public record Readings(Map<Key, Reading> values) {

    public static final Readings NONE = new Readings(Map.of());

    /** {@code unit} is COUNT for what has no unit. */
    public record Key(String metric, Unit unit) {

        /** A name for programs, such as "cpu.percent": only of a-z, 0-9, dot, dash and underscore. */
        public String id() {
            return plain(unit == Unit.COUNT ? metric : metric + "." + unit.word());
        }

        static String plain(String name) {
            var id = new StringBuilder(name.length());
            for (int i = 0; i < name.length(); i++) {
                char c = Character.toLowerCase(name.charAt(i));
                id.append(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' ? c : '_');
            }
            return id.toString();
        }
    }

    public Readings {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Reading of(String metric, Unit unit) {
        return values.getOrDefault(new Key(metric, unit), new Reading.Absent("no reading of " + metric));
    }

    /** What has no unit: a text, a moment, a count. */
    public Reading of(String metric) {
        return of(metric, Unit.COUNT);
    }

    public Optional<Double> amount(String metric, Unit unit) {
        return of(metric, unit) instanceof Reading.Amount(double value, _) ? Optional.of(value) : Optional.empty();
    }

    public Optional<String> text(String metric) {
        return of(metric) instanceof Reading.Text(String value) ? Optional.of(value) : Optional.empty();
    }

    /** Collects readings while a look lasts; one thread. */
    public static final class Notes {

        private final Map<Key, Reading> values = new LinkedHashMap<>();

        public Notes amount(String metric, Unit unit, double value) {
            values.put(new Key(metric, unit), new Reading.Amount(value, unit));
            return this;
        }

        public Notes count(String metric, long value) {
            return amount(metric, Unit.COUNT, value);
        }

        public Notes text(String metric, String value) {
            values.put(new Key(metric, Unit.COUNT), new Reading.Text(value));
            return this;
        }

        public Notes moment(String metric, java.time.Instant at) {
            values.put(new Key(metric, Unit.COUNT), new Reading.Moment(at));
            return this;
        }

        public Notes absent(String metric, Unit unit, String reason) {
            values.put(new Key(metric, unit), new Reading.Absent(reason));
            return this;
        }

        public Readings readings() {
            return new Readings(values);
        }
    }
}
