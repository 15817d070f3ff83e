package jmonit.os;

import java.io.IOException;
import java.time.Duration;

import jmonit.model.Ping;

/** Sends ICMP echo requests. */
public interface Pinger {

    /** How long the first answer took; the exception says why there was none: "no response within 5 s". */
    Duration ping(String host, Ping ping) throws IOException, InterruptedException;

    /** We may not send any; it says nothing about the other machine. */
    final class Forbidden extends IOException {

        private static final long serialVersionUID = 1;

        public Forbidden(String reason) {
            super(reason);
        }
    }
}
