package jmonit.os;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jmonit.model.Tls;

/**
 * One open connection, used by one thread. Each wait ends after the patience it was dialled with; only what was dialled to endure can be
 * used after that. Exceptions are tails of log lines.
 */
public interface Wire extends AutoCloseable {

    /** What the C library says, and Monit with it, when a wait was too long. */
    String NO_ANSWER = "Resource temporarily unavailable";

    void send(byte[] bytes) throws IOException;

    /** Waits for bytes, of a datagram as many as fit, and says how many came; -1 when the other side has closed. */
    int receive(byte[] into) throws IOException;

    /** Throws where the other side refuses datagrams within this moment; a stream is refused when it is opened. */
    void listen(Duration moment) throws IOException;

    /**
     * Goes on encrypted, over the same connection. {@code host} is the name the server is asked for, where it is one. Throws where the other
     * side does not speak TLS, shows a certificate that does not pass, or where there is no stream to encrypt.
     */
    default Encrypted encrypted(Tls how, String host) throws IOException {
        return encrypted(how, host, List.of());
    }

    /** As well, and offers the server these protocols to speak over TLS, such as "h2"; it may know none of them, and say so or not. */
    Encrypted encrypted(Tls how, String host, List<String> protocols) throws IOException;

    /** This side, as "192.0.2.1:40312"; without meaning for a Unix socket. */
    String here();

    /** How long the name took to be looked up, nothing where it is an address, and the connection to be made. */
    Phases phases();

    /** Time since the connection was begun, the name being known. */
    Duration elapsed();

    @Override
    void close();

    /** Closing the wire closes what it runs over. {@code expiry} is when the certificate of the server ends. */
    record Encrypted(Wire wire, Instant expiry) {
    }

    record Phases(Duration resolve, Duration connect) {
    }
}
