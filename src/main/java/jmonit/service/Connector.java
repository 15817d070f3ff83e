package jmonit.service;

import java.util.Map;

import jmonit.catalog.Look;
import jmonit.model.Answer;
import jmonit.model.Service;

/** Asks what the connection tests and pings of a service ask. */
public interface Connector {

    /** The answers by the place of their rule in the service. */
    Map<Integer, Answer> ask(Look look) throws InterruptedException;

    /** Whether there is anything to ask. */
    default boolean asks(Service service) {
        return true;
    }
}
