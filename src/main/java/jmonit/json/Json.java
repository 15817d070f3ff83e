package jmonit.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value. Whoever asks it for something it does not have gets nothing, so that readers need no test for each step of the way. */
public sealed interface Json {

    /** Whole numbers above this cannot be told from their neighbours. */
    double LARGEST_WHOLE = 1L << 53;

    record Object(Map<String, Json> fields) implements Json {

        public Object {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    record Array(List<Json> items) implements Json {

        public Array {
            items = List.copyOf(items);
        }
    }

    record Text(String value) implements Json {
    }

    record Number(double value) implements Json {
    }

    record Flag(boolean value) implements Json {
    }

    /** {@code null}, and whatever is missing. */
    record Nothing() implements Json {
    }

    Json NOTHING = new Nothing();

    /** The field of an object; {@link Nothing} where there is none, or where this is no object. */
    default Json at(String name) {
        return this instanceof Object(var fields) ? fields.getOrDefault(name, NOTHING) : NOTHING;
    }

    /** Empty for whatever is no array. */
    default List<Json> items() {
        return this instanceof Array(var items) ? items : List.of();
    }

    /** Empty for whatever is no object; in the order they were written. */
    default Map<String, Json> fields() {
        return this instanceof Object(var fields) ? fields : Map.of();
    }

    default Optional<String> text() {
        return this instanceof Text(String value) ? Optional.of(value) : Optional.empty();
    }

    default Optional<Double> number() {
        return this instanceof Number(double value) ? Optional.of(value) : Optional.empty();
    }

    /** A number without a fraction that can be told from its neighbours. */
    default Optional<Long> whole() {
        return number().filter(n -> n == Math.rint(n) && Math.abs(n) <= LARGEST_WHOLE).map(Double::longValue);
    }

    default Optional<Boolean> flag() {
        return this instanceof Flag(boolean value) ? Optional.of(value) : Optional.empty();
    }
}
