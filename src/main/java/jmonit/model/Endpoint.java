package jmonit.model;

/** What a connection test connects to. */
public sealed interface Endpoint {

    /** {@code source} is the local address to use, empty where the machine may choose. */
    record Inet(String host, int port, Family family, boolean udp, String source) implements Endpoint {
    }

    record Unix(String path, boolean udp) implements Endpoint {
    }
}
