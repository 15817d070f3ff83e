package jmonit.model;

/** What can happen to a service, with the bit that Monit's documents give it. */
public enum EventKind {
    ACTION("Action", 17), BYTEIN("ByteIn", 26), BYTEOUT("ByteOut", 27), CHECKSUM("Checksum", 0), CONNECTION("Connection", 5),
    CONTENT("Content", 15), DATA("Data", 11), EXEC("Exec", 12), EXIST("Exist", 30), FSFLAGS("Fsflags", 13), GID("Gid", 8),
    HEARTBEAT("Heartbeat", 20), ICMP("Icmp", 14), INSTANCE("Instance", 16), INVALID("Invalid", 10), LINK("Link", 23), NONEXIST("Nonexist", 9),
    PACKETIN("PacketIn", 28), PACKETOUT("PacketOut", 29), PERMISSION("Permission", 6), PID("PID", 18), PPID("PPID", 19),
    RESOURCE("Resource", 1), SATURATION("Saturation", 25), SIZE("Size", 4), SPEED("Speed", 24), STATUS("Status", 21),
    TIMEOUT("Timeout", 2), TIMESTAMP("Timestamp", 3), UID("Uid", 7), UPTIME("Uptime", 22);

    private final String title;
    private final int bit;

    EventKind(String title, int bit) {
        this.title = title;
        this.bit = bit;
    }

    /** The name as {@code -tv} prints it. */
    public String title() {
        return title;
    }

    public long mask() {
        return 1L << bit;
    }

    public String keyword() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
