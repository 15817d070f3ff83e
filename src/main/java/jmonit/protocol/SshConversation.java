package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A secure shell server: it says who it is. We are whatever it is, so that it never has to refuse our version. */
final class SshConversation implements Conversation {

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        var identification = talk.line("SSH: error receiving identification string");
        if (!identification.startsWith("SSH-")) {
            throw new IOException("SSH: protocol error " + identification);
        }
        talk.say(identification + "\r\n");
    }
}
