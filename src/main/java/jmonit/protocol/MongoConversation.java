package jmonit.protocol;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/**
 * MongoDB: it answers a ping. The question is asked in the way every version took, and again in the way of today where the server says that it
 * takes the old one no more, as it does from version 5.1 on.
 */
final class MongoConversation implements Conversation {

    private static final String RECEIVING = "MONGODB: error receiving PING response";
    private static final String WRONG = "MONGODB: PING response error -- ";
    private static final int REPLY = 1;
    private static final int QUERY = 2004;
    private static final int MESSAGE = 2013;
    private static final int HEADER = 16;
    private static final int LONGEST = 64 * 1024;
    private static final int OLD_QUERY_UNSUPPORTED = 352;

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        send(wire, 1, QUERY, new Packet().little(0, 4).ended("admin.$cmd").little(0, 4).little(-1, 4).put(ping()));
        var answer = answer(talk, 1, REPLY);
        if (!answer.isOk() && answer.code() == OLD_QUERY_UNSUPPORTED) {
            send(wire, 2, MESSAGE, new Packet().little(0, 4).u8(0).put(ping("$db", "admin")));
            answer = answer(talk, 2, MESSAGE);
        }
        if (!answer.isOk()) {
            throw new IOException(WRONG + "invalid reply" + answer.complaint());
        }
    }

    private static Packet ping(String... texts) {
        var elements = new Packet().u8(1).ended("ping").little(Double.doubleToLongBits(1), 8);
        for (var i = 0; i + 1 < texts.length; i += 2) {
            elements.u8(2).ended(texts[i]).little(Packet.utf8(texts[i + 1]).length + 1L, 4).ended(texts[i + 1]);
        }
        return new Packet().little(elements.size() + 5L, 4).put(elements).u8(0);
    }

    private static void send(Wire wire, int id, int operation, Packet body) throws IOException {
        Phase.of("MONGODB: error sending PING", () -> {
            wire.send(new Packet().little(HEADER + body.size(), 4).little(id, 4).little(operation == QUERY ? -1 : 0, 4).little(operation, 4)
                    .put(body).bytes());
            return body;
        });
    }

    private static Bson answer(Talk talk, int id, int operation) throws IOException {
        var head = little(Phase.of(RECEIVING, () -> talk.bytes(HEADER)));
        if (head.getInt(8) != id) {
            throw new IOException(WRONG + "unexpected response id (" + head.getInt(8) + ")");
        }
        if (head.getInt(12) != operation) {
            throw new IOException(WRONG + "unexpected operation type (0x%x)".formatted(head.getInt(12)));
        }
        var length = head.getInt(0) - HEADER;
        if (length < 0 || length > LONGEST) {
            throw new IOException(WRONG + "a message of " + Integer.toUnsignedString(head.getInt(0)) + " bytes");
        }
        var body = little(Phase.of("MONGODB: error receiving OP_REPLY data", () -> talk.bytes(length)));
        return document(body, operation == REPLY ? 20 : 5);
    }

    private static Bson document(ByteBuffer body, int from) throws IOException {
        try {
            return Bson.of(body.position(from));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException(WRONG + "invalid reply", e);
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
