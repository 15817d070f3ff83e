package jmonit.model;

/** What a number counts. Sizes are kept in bytes, times in milliseconds. */
public enum Unit {
    COUNT, PERCENT, LOAD, BYTES, BYTES_PER_SECOND, OPERATIONS_PER_SECOND, PACKETS, PACKETS_PER_SECOND, MILLISECONDS;

    /** "bytes_per_second". */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
