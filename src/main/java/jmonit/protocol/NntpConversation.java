package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A news server that lets us post; as with Monit, one that only lets us read does not pass. */
final class NntpConversation implements Conversation {

    private static final String ERROR = "NNTP error: ";

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var replies = new Replies(Talk.over(wire, connection), "NNTP: error receiving data", ERROR);
        replies.expect("200", ERROR);
        replies.encrypt(connection, "STARTTLS", "382");
        replies.ask("QUIT", "205");
    }
}
