package jmonit.os;

import java.io.IOException;

/** The system log of this machine. */
public interface Syslog extends AutoCloseable {

    /** Hands over one packet; one that the system log has no room for is lost, as nobody may wait for it. */
    void send(byte[] packet) throws IOException;

    @Override
    void close();
}
