package jmonit.history;

/**
 * Average, low and high of one step in 64 bits: 21 bits for each, which is a float without its last 11 bits, good for more than three
 * digits; the first bit tells that there was a value.
 */
final class Cell {

    static final long GAP = 0;
    static final int BYTES = Long.BYTES;

    private static final int BITS = 21;
    private static final int DROPPED = Float.SIZE - BITS;
    private static final long MASK = (1L << BITS) - 1;
    /** What is left out must not round up to infinity. */
    private static final float MOST = Float.intBitsToFloat(Float.floatToRawIntBits(Float.MAX_VALUE) >>> DROPPED << DROPPED);

    private Cell() {
    }

    static long of(double average, double low, double high) {
        return Long.MIN_VALUE | bits(average) << 2 * BITS | bits(low) << BITS | bits(high);
    }

    static boolean holds(long cell) {
        return cell < 0;
    }

    static double average(long cell) {
        return value(cell >>> 2 * BITS);
    }

    static double low(long cell) {
        return value(cell >>> BITS);
    }

    static double high(long cell) {
        return value(cell);
    }

    private static long bits(double value) {
        int bits = Float.floatToRawIntBits((float) Math.clamp(value, -MOST, MOST));
        return (bits + (1L << DROPPED - 1) & 0xFFFF_FFFFL) >>> DROPPED;
    }

    private static double value(long bits) {
        return Float.intBitsToFloat((int) (bits & MASK) << DROPPED);
    }
}
