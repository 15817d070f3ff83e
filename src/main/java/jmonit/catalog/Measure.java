package jmonit.catalog;

import jmonit.model.Unit;

/** A unit a metric may be compared in, with the label of such a rule. The first measure of a metric holds where no unit is written. */
public record Measure(Unit unit, String label, Kind kind) {

    /** How the number may be written. */
    public enum Kind {
        /** Whole numbers only. */
        WHOLE,
        /** Decimals, too. */
        DECIMAL
    }

    public static Measure percent(String label) {
        return new Measure(Unit.PERCENT, label, Kind.DECIMAL);
    }

    public static Measure bytes(String label) {
        return new Measure(Unit.BYTES, label, Kind.DECIMAL);
    }

    public static Measure count(String label) {
        return new Measure(Unit.COUNT, label, Kind.WHOLE);
    }

    public static Measure load(String label) {
        return new Measure(Unit.LOAD, label, Kind.DECIMAL);
    }

    public static Measure rate(Unit unit, String label) {
        return new Measure(unit, label, Kind.DECIMAL);
    }

    public static Measure time(String label) {
        return new Measure(Unit.MILLISECONDS, label, Kind.WHOLE);
    }
}
