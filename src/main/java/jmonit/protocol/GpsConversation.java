package jmonit.protocol;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** gpsd: it has a device. Since version 2.90 it greets with its version and talks in JSON, which Monit takes for a missing device. */
final class GpsConversation implements Conversation {

    private static final String HEARING = "GPS: error receiving data";
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String NO_DEVICE = "GPS error (no device): ";
    private static final List<String> KINDS = List.of("GPSD,G=GPS", "GPSD,G=RTCM104");

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        talk.say("G\r\n");
        var answer = talk.line(HEARING);
        if (answer.startsWith("{\"class\":\"VERSION\"")) {
            devices(talk);
        } else if (KINDS.stream().noneMatch(answer::startsWith)) {
            throw new IOException(NO_DEVICE + answer);
        }
    }

    private static void devices(Talk talk) throws IOException {
        // It answers nothing that it reads in one piece with the question of old.
        LockSupport.parkNanos(PAUSE);
        talk.say("?DEVICES;\r\n");
        var answer = talk.line(HEARING);
        // It complains about the question of old before it answers ours.
        for (var count = 0; answer.startsWith("{\"class\":\"ERROR\"") && count < 2; count++) {
            answer = talk.line(HEARING);
        }
        if (!answer.startsWith("{\"class\":\"DEVICES\"") || answer.contains("\"devices\":[]")) {
            throw new IOException(NO_DEVICE + answer);
        }
    }
}
