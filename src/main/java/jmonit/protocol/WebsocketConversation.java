package jmonit.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.model.Speech;
import jmonit.os.Wire;

/** A WebSocket server: it changes over from HTTP, answers a ping and takes leave. */
final class WebsocketConversation implements Conversation {

    private static final int PONG = 0xa;
    private static final int PING = 0x9;
    private static final int CLOSE = 0x8;
    private static final int MOST_FRAMES = 100;
    private static final int MOST_HEADERS = 200;
    private static final int LARGEST_FRAME = 1 << 20;

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        upgrade(talk, connection);
        send(talk, PING);
        await(talk, PONG);
        send(talk, CLOSE);
        await(talk, CLOSE);
    }

    private static void upgrade(Talk talk, Connection connection) throws IOException {
        talk.say(request(connection));
        var status = talk.line("WEBSOCKET: error receiving data");
        if (!status.matches("HTTP/\\S{1,9} +101(?: .*)?")) {
            throw new IOException("WEBSOCKET: error -- " + status);
        }
        var header = status;
        for (var count = 0; !header.isEmpty(); count++) {
            header = talk.line("WEBSOCKET: error receiving data");
            if (count == MOST_HEADERS) {
                throw new IOException("WEBSOCKET: error -- more than " + MOST_HEADERS + " headers");
            }
        }
    }

    private static String request(Connection connection) {
        Speech speech = connection.speech();
        return "GET " + speech.setting("request").orElse("/") + " HTTP/1.1\r\n"
                + "Host: " + speech.setting("host").orElseGet(() -> HttpRequest.host(connection)) + "\r\n"
                + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: " + Base64.getEncoder().encodeToString(random(16)) + "\r\n"
                + "Sec-WebSocket-Version: " + speech.setting("version").orElse("13") + "\r\n"
                + "Origin: " + speech.setting("origin").orElse("http://www.mmonit.com") + "\r\n"
                + "Pragma: no-cache\r\nCache-Control: no-cache\r\n\r\n";
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** An empty frame; clients have to mask what they send, even nothing. */
    private static void send(Talk talk, int kind) throws IOException {
        talk.say(ByteBuffer.allocate(6).put((byte) (0x80 | kind)).put((byte) 0x80).put(random(4)).array());
    }

    /** A server may have other things to say before. */
    private static void await(Talk talk, int kind) throws IOException {
        for (var count = 0; count < MOST_FRAMES; count++) {
            if (frame(talk, kind) == kind) {
                return;
            }
        }
        throw new IOException(response(kind) + "none among " + MOST_FRAMES + " frames");
    }

    private static int frame(Talk talk, int awaited) throws IOException {
        try {
            var header = talk.bytes(2);
            skip(talk, length(talk, header[1]));
            return header[0] & 0xf;
        } catch (IOException e) {
            throw new IOException(response(awaited) + "header read error -- " + e.getMessage(), e);
        }
    }

    private static String response(int kind) {
        return "WEBSOCKET: response 0x" + Integer.toHexString(kind) + ": ";
    }

    private static long length(Talk talk, byte told) throws IOException {
        return switch (told & 0x7f) {
            case 126 -> Short.toUnsignedInt(ByteBuffer.wrap(talk.bytes(Short.BYTES)).getShort());
            case 127 -> ByteBuffer.wrap(talk.bytes(Long.BYTES)).getLong();
            default -> told & 0x7f;
        };
    }

    private static void skip(Talk talk, long length) throws IOException {
        if (length < 0 || length > LARGEST_FRAME) {
            throw new IOException("a frame of " + Long.toUnsignedString(length) + " bytes");
        }
        talk.skip((int) length);
    }
}
