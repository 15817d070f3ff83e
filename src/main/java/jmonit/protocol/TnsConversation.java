package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** Oracle's listener: it answers its ping, which looks like a refusal to connect. */
final class TnsConversation implements Conversation {

    private static final int CONNECT = 1;
    private static final int REFUSE = 4;
    private static final int HEADER = 8;
    private static final int DATA_AT = 58;
    private static final String PING = "(CONNECT_DATA=(COMMAND=ping))";

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        Phase.of("TNS: error sending ping", () -> {
            wire.send(ping());
            return PING;
        });
        var talk = Talk.over(wire, connection);
        var head = Phase.of("TNS: error receiving ping response", () -> talk.bytes(HEADER));
        if (head[4] != REFUSE) {
            throw new IOException("TNS: invalid ping response -- packet of type " + (head[4] & 0xff) + " instead of " + REFUSE);
        }
    }

    private static byte[] ping() {
        return new Packet()
                .u16(DATA_AT + PING.length()).u16(0).u8(CONNECT).u8(0).u16(0)
                .u16(0x136).u16(0x12c).u16(0).u16(0x800).u16(0x7fff).u16(0xa30a).u16(0).u16(0x100)
                .u16(PING.length()).u16(DATA_AT).u32(0).u32(0).u32(0).u32(0).u32(0x0b1c0000).u32(0).u32(0).u16(0)
                .text(PING).bytes();
    }
}
