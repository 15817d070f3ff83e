package jmonit.os;

import java.io.IOException;
import java.time.Duration;

import jmonit.model.Endpoint;

/** Opens connections: over TCP and UDP to every address of a name in turn, and to Unix sockets. */
public interface Dialer {

    /**
     * Blocks for at most {@code patience} while the name is looked up, and as long again for each of its addresses. The exception is the tail
     * of a log line: "Connection refused", "Cannot resolve [www.example.org]:80 -- Name or service not known".
     */
    Wire dial(Endpoint endpoint, Duration patience) throws IOException, InterruptedException;

    /** The name of the machine has no address. */
    final class Unresolved extends IOException {

        private static final long serialVersionUID = 1;

        private final String reason;

        public Unresolved(Endpoint.Inet endpoint, String reason, IOException cause) {
            super("Cannot resolve [" + endpoint.host() + "]:" + endpoint.port() + " -- " + reason, cause);
            this.reason = reason;
        }

        /** Why, in the words of the name service. */
        public String reason() {
            return reason;
        }
    }
}
