package jmonit.service;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.model.Connection;
import jmonit.model.Service;

/** What a test of a server leaves out in this version: told once for each service, so that nobody trusts a test that is not held. */
final class Gaps {

    private static final Logger LOG = LoggerFactory.getLogger(Gaps.class);

    private final Predicate<String> spoken;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** {@code spoken} tells of the keyword of a protocol whether we speak it. */
    Gaps(Predicate<String> spoken) {
        this.spoken = spoken;
    }

    void tell(Service service, Connection connection) {
        String protocol = connection.speech().protocol();
        if (!spoken.test(protocol)) {
            once("'" + service.name() + "' protocol " + protocol + " is tested as a plain connection in this version, at " + Place.of(connection));
        }
    }

    private void once(String line) {
        if (told.add(line)) {
            LOG.warn(line);
        }
    }
}
