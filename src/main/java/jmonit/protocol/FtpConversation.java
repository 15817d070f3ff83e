package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A file server: it greets and takes leave. */
final class FtpConversation implements Conversation {

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var replies = new Replies(Talk.over(wire, connection), "FTP: error receiving data", "FTP error: ");
        replies.expect("220", "FTP greeting error: ");
        replies.encrypt(connection, "AUTH TLS", "234");
        replies.talk().say("QUIT\r\n");
        replies.expect("221", "FTP quit error: ");
    }
}
