package jmonit.protocol;

import java.io.IOException;
import java.util.regex.Pattern;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** An rsync daemon: it agrees on a version, which is the one it names, and lists its modules. */
final class RsyncConversation implements Conversation {

    private static final Pattern GREETING = Pattern.compile("@RSYNCD: \\d{1,9}\\.\\d{1,9}(?: .*)?");
    private static final String HEARING = "RSYNC: error receiving data";
    private static final int MOST_LINES = 10_000;

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        var greeting = talk.line("RSYNC: did not see server greeting ");
        if (!GREETING.matcher(greeting).matches()) {
            throw new IOException("RSYNC: server greeting parse error " + greeting);
        }
        talk.say(greeting + "\n#list\n");
        for (var count = 0; count < MOST_LINES; count++) {
            var line = talk.line(HEARING);
            if (line.startsWith("@RSYNCD: EXIT")) {
                return;
            }
            if (line.startsWith("@ERROR")) {
                throw new IOException(HEARING + " -- " + line);
            }
        }
        throw new IOException(HEARING + " -- the list has more than " + MOST_LINES + " lines");
    }
}
