package jmonit.catalog;

import java.io.IOException;

import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** What is said over an open connection to find out whether a server does its work: one for each protocol. */
public interface Conversation {

    /** Returns where the server does; the exception is the tail of the log line: "HTTP error: Server returned status 401". */
    void hold(Wire wire, Connection connection, Limits limits) throws IOException;

    /**
     * Whether it encrypts the connection itself where the rule wants TLS, because something is said before: it is given the plain wire then, and
     * calls {@link Wire#encrypted}. Rules that say "starttls" are not asked.
     */
    default boolean encryptsItself(Connection connection) {
        return false;
    }
}
