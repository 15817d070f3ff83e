package jmonit.http;

import java.net.InetAddress;

/** Who is at the other end. */
sealed interface Client {

    record Remote(InetAddress address) implements Client {
    }

    /** A process of this machine; the kernel tells whose. */
    record Local(String user, String group) implements Client {
    }

    /** As the log has it: Monit leaves the place empty for a Unix socket. */
    default String shown() {
        return switch (this) {
            case Remote(InetAddress address) -> address.getHostAddress().split("%", 2)[0];
            case Local _ -> "";
        };
    }
}
