package jmonit.history;

import java.time.Duration;
import java.time.Instant;

import jmonit.model.Unit;

/**
 * What was measured of one thing, a value for each step from {@code from} on; NaN where nothing was measured. Times an answer took are in
 * milliseconds. The arrays are the caller's own.
 */
public record Series(String id, String label, Unit unit, Instant from, Duration step, double[] average, double[] low, double[] high) {
}
