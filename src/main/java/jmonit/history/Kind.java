package jmonit.history;

import java.util.Locale;

import jmonit.model.Readings;
import jmonit.model.Unit;

/** What a series of a service is of. {@code id} is stable and plain: "cpu.percent", "threads". */
record Kind(String id, String label, Unit unit) {

    static Kind of(Readings.Key key, Labels labels) {
        String unit = key.unit() == Unit.COUNT ? "" : "." + key.unit().name().toLowerCase(Locale.ROOT);
        return new Kind(plain(key.metric()) + unit, labels.of(key), key.unit());
    }

    /** Of small letters, digits, and a few signs that mean nothing in a URL. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.-]", "_");
    }
}
