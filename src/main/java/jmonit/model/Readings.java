package jmonit.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All values of one look, by the key of their metric; where a metric can be told in several units, one value for each. Beside the metrics of
 * the catalog there may be others, which views show and no rule compares. They are made anew in each cycle, and few of them are asked for:
 * a list is cheaper than a map then.
 */
public final class Readings {

    public static final Readings NONE = new Notes().readings();

    private static final Reading NOTHING = new Reading.Absent("");

    private final List<Entry> entries;

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

    private record Entry(String metric, Unit unit, Reading reading) {
    }

    private Readings(List<Entry> entries) {
        this.entries = entries;
    }

    /** In the order in which they were noted. */
    public Map<Key, Reading> values() {
        var values = new LinkedHashMap<Key, Reading>();
        entries.forEach(e -> values.put(new Key(e.metric, e.unit), e.reading));
        return Collections.unmodifiableMap(values);
    }

    public Reading of(String metric, Unit unit) {
        var reading = find(metric, unit);
        return reading == NOTHING ? new Reading.Absent("no reading of " + metric) : reading;
    }

    /** Whether it was looked for, be it in vain. */
    public boolean has(String metric, Unit unit) {
        return find(metric, unit) != NOTHING;
    }

    private Reading find(String metric, Unit unit) {
        // What was noted last counts.
        for (int i = entries.size() - 1; i >= 0; i--) {
            var entry = entries.get(i);
            if (entry.unit == unit && entry.metric.equals(metric)) {
                return entry.reading;
            }
        }
        return NOTHING;
    }

    /** What has no unit: a text, a moment, a count. */
    public Reading of(String metric) {
        return of(metric, Unit.COUNT);
    }

    public Optional<Double> amount(String metric, Unit unit) {
        return find(metric, unit) instanceof Reading.Amount(double value, _) ? Optional.of(value) : Optional.empty();
    }

    public Optional<String> text(String metric) {
        return find(metric, Unit.COUNT) instanceof Reading.Text(String value) ? Optional.of(value) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Readings readings && values().equals(readings.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "Readings" + values();
    }

    /** Collects readings while a look lasts; one thread. */
    public static final class Notes {

        private final List<Entry> entries = new ArrayList<>();

        public Notes amount(String metric, Unit unit, double value) {
            return note(metric, unit, new Reading.Amount(value, unit));
        }

        public Notes count(String metric, long value) {
            return amount(metric, Unit.COUNT, value);
        }

        public Notes text(String metric, String value) {
            return note(metric, Unit.COUNT, new Reading.Text(value));
        }

        public Notes moment(String metric, Instant at) {
            return note(metric, Unit.COUNT, new Reading.Moment(at));
        }

        public Notes absent(String metric, Unit unit, String reason) {
            return note(metric, unit, new Reading.Absent(reason));
        }

        private Notes note(String metric, Unit unit, Reading reading) {
            entries.add(new Entry(metric, unit, reading));
            return this;
        }

        public Readings readings() {
            return new Readings(List.copyOf(entries));
        }
    }
}
