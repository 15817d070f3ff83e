package jmonit.protocol;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.model.Speech;
import jmonit.os.Wire;

/** A broker of AMQP 0-9-1, such as RabbitMQ: it greets, and opens a virtual host to the user the rule names. */
final class AmqpConversation implements Conversation {

    private static final String RECEIVING = "AMQP: error receiving data";
    private static final byte[] HELLO = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
    private static final int METHOD = 1;
    private static final int HEARTBEAT = 8;
    private static final int FRAME_END = 0xce;
    private static final int LONGEST = 32 * 1024;
    private static final int MOST_HEARTBEATS = 5;
    private static final int START = 10;
    private static final int START_OK = 11;
    private static final int TUNE = 30;
    private static final int TUNE_OK = 31;
    private static final int OPEN = 40;
    private static final int OPEN_OK = 41;
    private static final int CLOSE = 50;
    private static final int CLOSE_OK = 51;
    private static final int WELL = 200;

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        Phase.of("AMQP: error sending data", () -> {
            talk.say(HELLO);
            return HELLO;
        });
        expect(talk, START, "greeting");
        if (connection.speech().setting("username").isPresent()) {
            logIn(talk, connection.speech());
        }
    }

    private static void logIn(Talk talk, Speech speech) throws IOException {
        say(talk, new Packet().u16(START_OK).put(abilities()).u8(5).text("PLAIN").put(login(speech)).u8(5).text("en_US"));
        var tuned = expect(talk, TUNE, "login");
        var limits = new byte[6];
        tuned.get(limits);
        say(talk, new Packet().u16(TUNE_OK).put(limits).u16(0));
        var place = Packet.utf8(speech.setting("virtualhost").orElse("/"));
        say(talk, new Packet().u16(OPEN).u8(place.length).put(place).u8(0).u8(0));
        expect(talk, OPEN_OK, "virtual host");
        say(talk, new Packet().u16(CLOSE).u16(WELL).u8(0).u16(0).u16(0));
        expect(talk, CLOSE_OK, "farewell");
    }

    /** Without this the server answers a wrong password by hanging up. */
    private static Packet abilities() {
        var one = new Packet().u8(28).text("authentication_failure_close").u8('t').u8(1);
        var all = new Packet().u8(12).text("capabilities").u8('F').u32(one.size()).put(one);
        return new Packet().u32(all.size()).put(all);
    }

    private static Packet login(Speech speech) {
        var words = new Packet().u8(0).text(speech.setting("username").orElse("")).u8(0).text(speech.setting("password").orElse(""));
        return new Packet().u32(words.size()).put(words);
    }

    private static void say(Talk talk, Packet method) throws IOException {
        talk.say(new Packet().u8(METHOD).u16(0).u32(method.size() + 2).u16(START).put(method).u8(FRAME_END).bytes());
    }

    private static ByteBuffer expect(Talk talk, int wanted, String phase) throws IOException {
        for (var beats = 0; beats < MOST_HEARTBEATS; beats++) {
            var head = ByteBuffer.wrap(Phase.of(RECEIVING + " (" + phase + ")", () -> talk.bytes(7)));
            var type = head.get(0);
            var length = head.getInt(3);
            if (type != METHOD && type != HEARTBEAT || length < 0 || length > LONGEST) {
                throw new IOException("AMQP: the server does not speak AMQP 0-9-1");
            }
            var frame = ByteBuffer.wrap(Phase.of(RECEIVING + " (" + phase + ")", () -> talk.bytes(length + 1))).limit(length);
            if (type == METHOD) {
                return method(frame, wanted, phase);
            }
        }
        throw new IOException("AMQP: nothing but heartbeats (" + phase + ")");
    }

    private static ByteBuffer method(ByteBuffer frame, int wanted, String phase) throws IOException {
        try {
            var family = frame.getShort();
            var method = frame.getShort();
            if (family == START && method == wanted) {
                return frame;
            }
            var closed = family == START && method == CLOSE;
            throw new IOException("AMQP: " + (closed ? complaint(frame) : "unexpected method " + family + "." + method) + " (" + phase + ")");
        } catch (BufferUnderflowException e) {
            throw new IOException("AMQP: malformed method (" + phase + ")", e);
        }
    }

    private static String complaint(ByteBuffer frame) {
        var code = frame.getShort() & 0xffff;
        var text = new byte[Math.min(frame.get() & 0xff, frame.remaining())];
        frame.get(text);
        return "the server closed with " + code + " " + Shown.line(new String(text, StandardCharsets.UTF_8));
    }
}
