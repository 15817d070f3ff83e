package jmonit.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** memcached: it answers that it does nothing when asked to, in its binary protocol. */
final class MemcacheConversation implements Conversation {

    private static final int LENGTH = 24;
    private static final byte REQUEST = (byte) 0x80;
    private static final byte RESPONSE = (byte) 0x81;
    private static final byte NOTHING = 10;
    private static final int PLACE_OF_STATUS = 6;
    private static final Map<Integer, String> KNOWN = Map.of(1, "Key not found", 2, "Key exists", 3, "Value too big", 4, "Invalid arguments",
            5, "Item not stored", 0x81, "Unknown command", 0x82, "Out of memory");

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var question = new byte[LENGTH];
        question[0] = REQUEST;
        question[1] = NOTHING;
        var talk = Talk.over(wire, connection);
        talk.say(question);
        var answer = talk.soFar(LENGTH);
        if (answer.length < LENGTH) {
            throw new IOException("MEMCACHE: Received " + answer.length + " bytes from server, expected " + LENGTH + " bytes");
        }
        if (answer[0] != RESPONSE) {
            throw new IOException("MEMCACHELEN: Invalid response code -- error occurred");
        }
        var status = Short.toUnsignedInt(ByteBuffer.wrap(answer).getShort(PLACE_OF_STATUS));
        if (status != 0) {
            throw new IOException("MEMCACHELEN: " + (KNOWN.containsKey(status) ? "Invalid response code -- " + KNOWN.get(status)
                    : "Unknown response code " + status + " -- error occurred"));
        }
    }
}
