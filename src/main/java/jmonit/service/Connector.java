package jmonit.service;

import java.util.Map;

import jmonit.catalog.Look;
import jmonit.model.Answer;

/** Asks what the connection tests and pings of a service ask. */
public interface Connector {

    /** The answers by the place of their rule in the service. */
    Map<Integer, Answer> ask(Look look) throws InterruptedException;
}
