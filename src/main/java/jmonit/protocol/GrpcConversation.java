package jmonit.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A gRPC server that tells its health by the protocol all of them share: one question over HTTP/2, in plain or over TLS. */
final class GrpcConversation implements Conversation {

    private static final String RECEIVING = "GRPC: error receiving data";
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final String PATH = "/grpc.health.v1.Health/Check";
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GO_AWAY = 7;
    private static final int END_STREAM = 1;
    private static final int ACKNOWLEDGED = 1;
    private static final int END_HEADERS = 4;
    private static final int PADDED = 8;
    private static final int LONGEST_FRAME = 1 << 14;
    private static final int MOST_FRAMES = 100;
    private static final int PREFIX = 5;
    private static final List<String> STATES = List.of("UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN");

    private record Frame(int type, int flags, int stream, byte[] content) {
    }

    /** Servers insist on being told over TLS that HTTP/2 is to come. */
    @Override
    public boolean encryptsItself(Connection connection) {
        return true;
    }

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var encrypted = connection.tls().used() && connection.endpoint() instanceof Endpoint.Inet inet
                ? wire.encrypted(connection.tls(), inet.host(), List.of("h2")).wire() : wire;
        var talk = Talk.over(encrypted, connection);
        var service = connection.speech().setting("service").orElse("");
        Phase.of("GRPC: error sending data", () -> {
            talk.say(new Packet().text(PREFACE).put(frame(SETTINGS, 0, 0, new Packet()))
                    .put(frame(HEADERS, END_HEADERS, 1, headers(connection))).put(frame(DATA, END_STREAM, 1, question(service))).bytes());
            return service;
        });
        var state = state(talk);
        if (state != 1) {
            throw new IOException("GRPC: the health of " + (service.isEmpty() ? "the server" : "service " + service) + " is "
                    + (state < STATES.size() ? STATES.get(state) : state));
        }
    }

    private static Packet frame(int type, int flags, int stream, Packet content) {
        return new Packet().u8(content.size() >>> 16).u16(content.size()).u8(type).u8(flags).u32(stream).put(content);
    }

    /** Numbers of the table all sides know, and plain texts; nothing that would have to be remembered. */
    private static Packet headers(Connection connection) {
        var host = connection.endpoint() instanceof Endpoint.Inet inet ? inet.host() : "localhost";
        return new Packet().u8(0x83).u8(connection.tls().used() ? 0x87 : 0x86).u8(4).put(text(PATH)).u8(1).put(text(host))
                .u8(0x0f).u8(0x10).put(text("application/grpc")).u8(0).put(text("te")).put(text("trailers"));
    }

    private static Packet text(String text) {
        var cut = text.length() > 126 ? text.substring(0, 126) : text;
        return new Packet().u8(cut.length()).text(cut);
    }

    private static Packet question(String service) {
        var message = service.isEmpty() ? new Packet() : new Packet().u8(10).put(text(service));
        return new Packet().u8(0).u32(message.size()).put(message);
    }

    private static int state(Talk talk) throws IOException {
        for (var frames = 0; frames < MOST_FRAMES; frames++) {
            var frame = next(talk);
            switch (frame.type()) {
                case DATA -> {
                    return state(frame);
                }
                case HEADERS -> {
                    if ((frame.flags() & END_STREAM) != 0) {
                        throw new IOException("GRPC: the server answered without a state"
                                + " -- it may not know the health protocol, or not this service");
                    }
                }
                case SETTINGS, PING -> acknowledge(talk, frame);
                case RESET, GO_AWAY -> throw new IOException("GRPC: the server gave the question up");
                default -> {
                    // Windows and priorities do not matter to one small question.
                }
            }
        }
        throw new IOException("GRPC: no answer among " + MOST_FRAMES + " frames");
    }

    private static void acknowledge(Talk talk, Frame frame) throws IOException {
        if ((frame.flags() & ACKNOWLEDGED) == 0) {
            var content = frame.type() == PING ? new Packet().put(frame.content()) : new Packet();
            talk.say(frame(frame.type(), ACKNOWLEDGED, 0, content).bytes());
        }
    }

    private static Frame next(Talk talk) throws IOException {
        var head = ByteBuffer.wrap(Phase.of(RECEIVING, () -> talk.bytes(9)));
        var length = head.getInt(0) >>> 8;
        if (length > LONGEST_FRAME) {
            throw new IOException("GRPC: the server does not speak HTTP/2");
        }
        return new Frame(head.get(3), head.get(4), head.getInt(5), Phase.of(RECEIVING, () -> talk.bytes(length)));
    }

    /** Five bytes of length and so on, then the first field of the message; a message of no bytes says 0. */
    private static int state(Frame frame) throws IOException {
        var from = (frame.flags() & PADDED) == 0 ? 0 : 1;
        var content = frame.content();
        if (content.length < from + PREFIX) {
            throw new IOException("GRPC: malformed answer");
        }
        var message = from + PREFIX;
        return content.length < message + 2 || content[message] != 8 ? 0 : content[message + 1] & 0x7f;
    }
}
