package jmonit.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A Kafka broker: it tells which questions it understands, which every version tells to anybody. */
final class KafkaConversation implements Conversation {

    private static final String RECEIVING = "KAFKA: error receiving ApiVersions response";
    private static final int API_VERSIONS = 18;
    private static final int ID = 0x6d6f6e;
    private static final int LONGEST = 64 * 1024;
    private static final int SHORTEST = 6;
    private static final int VERSION_UNSUPPORTED = 35;

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        var question = new Packet().u16(API_VERSIONS).u16(0).u32(ID).counted("monit");
        Phase.of("KAFKA: error sending ApiVersions request", () -> {
            talk.say(new Packet().u32(question.size()).put(question).bytes());
            return question;
        });
        judge(answer(talk));
    }

    private static ByteBuffer answer(Talk talk) throws IOException {
        var length = ByteBuffer.wrap(Phase.of(RECEIVING, () -> talk.bytes(Integer.BYTES))).getInt();
        if (length < SHORTEST || length > LONGEST) {
            throw new IOException("KAFKA: a response of " + Integer.toUnsignedString(length) + " bytes is none of this protocol");
        }
        return ByteBuffer.wrap(Phase.of(RECEIVING, () -> talk.bytes(length)));
    }

    /** A broker that has forgotten the oldest question still answers it. */
    private static void judge(ByteBuffer answer) throws IOException {
        var id = answer.getInt();
        var error = answer.getShort();
        if (id != ID) {
            throw new IOException("KAFKA: the response is to another request");
        }
        if (error != 0 && error != VERSION_UNSUPPORTED) {
            throw new IOException("KAFKA: the broker answered error " + error + " to ApiVersions");
        }
    }
}
