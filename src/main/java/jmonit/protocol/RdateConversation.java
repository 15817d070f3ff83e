package jmonit.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A server of the time protocol: its clock and ours agree. */
final class RdateConversation implements Conversation {

    private static final Instant EPOCH = Instant.parse("1900-01-01T00:00:00Z");
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private final InstantSource clock;

    RdateConversation(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var seconds = Integer.toUnsignedLong(ByteBuffer.wrap(answer(Talk.over(wire, connection))).getInt());
        var apart = Duration.between(EPOCH.plusSeconds(seconds), clock.instant());
        // The number of 32 bits begins anew every 136 years.
        var whole = Duration.ofSeconds(1L << 32);
        var off = Duration.ofSeconds(Math.floorMod(apart.toSeconds() + whole.toSeconds() / 2, whole.toSeconds()) - whole.toSeconds() / 2);
        // The answer may have lain there since the connection was made.
        if (off.plus(TOLERANCE).isNegative() || off.compareTo(TOLERANCE.plus(wire.elapsed())) > 0) {
            throw new IOException("RDATE error: time does not match system time (the server is " + off.abs().toSeconds() + " s "
                    + (off.isNegative() ? "ahead" : "behind") + ")");
        }
    }

    private static byte[] answer(Talk talk) throws IOException {
        try {
            return talk.bytes(Integer.BYTES);
        } catch (IOException e) {
            throw new IOException("RDATE: error receiving data -- " + e.getMessage(), e);
        }
    }
}
