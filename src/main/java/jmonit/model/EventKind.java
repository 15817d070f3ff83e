package jmonit.model;

/** What can happen to a service, with the bit that Monit's documents give it. */
public enum EventKind {
    ACTION("Action", 17, "Action done", "Action done", "Action"),
    BYTEIN("ByteIn", 26, "Download bytes exceeded", "Download bytes ok", "Download bytes"),
    BYTEOUT("ByteOut", 27, "Upload bytes exceeded", "Upload bytes ok", "Upload bytes"),
    CHECKSUM("Checksum", 0, "Checksum failed", "Checksum succeeded", "Checksum"),
    CONNECTION("Connection", 5, "Connection failed", "Connection succeeded", "Connection"),
    CONTENT("Content", 15, "Content failed", "Content succeeded", "Content"),
    DATA("Data", 11, "Data access error", "Data access succeeded", "Data access"),
    EXEC("Exec", 12, "Execution failed", "Execution succeeded", "Execution"),
    EXIST("Exist", 30, "Does exist", "Exists not", "Existence"),
    FSFLAGS("Fsflags", 13, "Filesystem flags failed", "Filesystem flags succeeded", "Filesystem flags"),
    GID("Gid", 8, "GID failed", "GID succeeded", "GID"),
    HEARTBEAT("Heartbeat", 20, "Heartbeat failed", "Heartbeat succeeded", "Heartbeat"),
    ICMP("Icmp", 14, "ICMP failed", "ICMP succeeded", "ICMP"),
    INSTANCE("Instance", 16, "Monit instance failed", "Monit instance succeeded", "Monit instance"),
    INVALID("Invalid", 10, "Invalid type", "Type succeeded", "Type"),
    LINK("Link", 23, "Link down", "Link up", "Link"),
    NONEXIST("Nonexist", 9, "Does not exist", "Exists", "Existence"),
    PACKETIN("PacketIn", 28, "Download packets exceeded", "Download packets ok", "Download packets"),
    PACKETOUT("PacketOut", 29, "Upload packets exceeded", "Upload packets ok", "Upload packets"),
    PERMISSION("Permission", 6, "Permission failed", "Permission succeeded", "Permission"),
    PID("PID", 18, "PID failed", "PID succeeded", "PID"),
    PPID("PPID", 19, "PPID failed", "PPID succeeded", "PPID"),
    RESOURCE("Resource", 1, "Resource limit matched", "Resource limit succeeded", "Resource limit"),
    SATURATION("Saturation", 25, "Saturation exceeded", "Saturation ok", "Saturation"),
    SIZE("Size", 4, "Size failed", "Size succeeded", "Size"),
    SPEED("Speed", 24, "Speed failed", "Speed ok", "Speed"),
    STATUS("Status", 21, "Status failed", "Status succeeded", "Status"),
    TIMEOUT("Timeout", 2, "Timeout", "Timeout recovery", "Timeout"),
    TIMESTAMP("Timestamp", 3, "Timestamp failed", "Timestamp succeeded", "Timestamp"),
    UID("Uid", 7, "UID failed", "UID succeeded", "UID"),
    UPTIME("Uptime", 22, "Uptime failed", "Uptime succeeded", "Uptime");

    private final String title;
    private final int bit;
    private final String failed;
    private final String succeeded;
    private final String subject;

    EventKind(String title, int bit, String failed, String succeeded, String subject) {
        this.title = title;
        this.bit = bit;
        this.failed = failed;
        this.succeeded = succeeded;
        this.subject = subject;
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

    /** What alerts, programs and views are told: "Resource limit matched". */
    public String words(Event.Side side) {
        return switch (side) {
            case FAILED -> failed;
            case SUCCEEDED -> succeeded;
            case CHANGED -> switch (this) {
                case CONTENT -> "Content match";
                // Whatever came of it.
                case ACTION -> failed;
                default -> subject + " changed";
            };
            case UNCHANGED -> this == CONTENT ? "Content doesn't match" : subject + " not changed";
        };
    }
}
