package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.BuiltIn;
import jmonit.catalog.Catalog;
import jmonit.catalog.Conversation;
import jmonit.catalog.Protocol;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A protocol is one class and one line in the catalog: language and connection tests know it at once. */
class OwnProtocolTest {

    private static final Protocol LINE = Protocol.of("knock", "KNOCK", "somebody at home", new KnockConversation());

    private record KnockConversation() implements Conversation {

        @Override
        public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
            var talk = new Talk(wire);
            talk.say("knock\r\n");
            var answer = talk.line(100);
            if (!answer.equals("who is there?")) {
                throw new IOException("KNOCK error: " + answer);
            }
        }
    }

    private static Catalog catalog() {
        var protocols = new ArrayList<>(BuiltIn.CATALOG.protocols());
        protocols.add(LINE);
        return new Catalog(BuiltIn.CATALOG.serviceTypes(), protocols, BuiltIn.CATALOG.dialogue());
    }

    @Test
    void oneLineAddsAProtocol() throws Exception {
        assertEquals(Verdict.GOOD, verdict("who is there?\r\n"));
        assertEquals("KNOCK error: go away", verdict("go away\r\n"));
    }

    private static String verdict(String answer) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server, answer));
            return Verdict.ours(catalog(), "port " + server.getLocalPort() + " protocol knock");
        }
    }

    private static void serve(ServerSocket server, String answer) {
        try (var client = server.accept()) {
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The test has ended.
        }
    }
}
