package jmonit.os;

/** A network interface at one moment. {@code bitsPerSecond} is 0 where the kernel knows no speed, as with loopback. */
public record Link(boolean up, long bitsPerSecond, Duplex duplex, Traffic sent, Traffic received) {

    public enum Duplex {
        FULL, HALF, UNKNOWN
    }

    /** Counted since the interface is there. */
    public record Traffic(long bytes, long packets, long errors) {
    }
}
