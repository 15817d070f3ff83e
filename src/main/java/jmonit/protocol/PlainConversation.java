package jmonit.protocol;

import java.io.IOException;
import java.time.Duration;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Limits;
import jmonit.os.Wire;

/**
 * Any server: it takes a connection. UDP has none, so a byte is sent, and silence is what an open port answers. Monit 5.33 waits for a refusal
 * as long, whatever the timeout of the test; seen by experiment.
 */
public final class PlainConversation implements Conversation {

    private static final Duration REFUSAL = Duration.ofMillis(1200);
    private static final byte[] KNOCK = {0};

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        if (datagrams(connection.endpoint())) {
            wire.send(KNOCK);
            wire.listen(REFUSAL);
        }
    }

    private static boolean datagrams(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Inet inet -> inet.udp();
            case Endpoint.Unix unix -> unix.udp();
        };
    }
}
