package jmonit.model;

/** A number with its unit. */
public record Amount(double value, Unit unit) {

    public static Amount of(double value, Unit unit) {
        return new Amount(value, unit);
    }
}
