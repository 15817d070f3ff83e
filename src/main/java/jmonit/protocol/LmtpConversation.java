package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A server that delivers mail to its own users. */
final class LmtpConversation implements Conversation {

    private static final String ERROR = "LMTP error: ";

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var replies = new Replies(Talk.over(wire, connection), "LMTP: error receiving data", ERROR);
        replies.expect("220", ERROR);
        replies.ask("LHLO localhost", "250");
        if (replies.encrypt(connection, "STARTTLS", "220")) {
            replies.ask("LHLO localhost", "250");
        }
        replies.ask("QUIT", "221");
    }
}
