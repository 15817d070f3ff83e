package jmonit.os;

/** What a path leads to. {@code real} is the path without symbolic links, {@code number} that of the device it is, 0 for what is none. */
public record Spot(Kind kind, String real, int mode, long uid, long gid, long number) {

    public enum Kind {
        DIRECTORY, BLOCK_DEVICE, REGULAR_FILE, OTHER, NOTHING,
        /** A symbolic link that leads nowhere. */
        DANGLING
    }

    public static Spot nothing(String path) {
        return new Spot(Kind.NOTHING, path, 0, 0, 0, 0);
    }

    public static Spot dangling(String path) {
        return new Spot(Kind.DANGLING, path, 0, 0, 0, 0);
    }
}
