package jmonit.os;

/** What went through a filesystem since it is there. */
public record DiskTraffic(Direction read, Direction written) {

    public record Direction(long bytes, long operations, long milliseconds) {
    }
}
