package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A policy server of Postfix: asked about a letter, it names an action, whichever. */
final class PostfixPolicyConversation implements Conversation {

    private static final String QUESTION = """
            request=smtpd_access_policy
            protocol_state=RCPT
            protocol_name=SMTP
            sender=monit@foo.tld
            recipient=monit@foo.tld
            client_address=1.2.3.4
            client_name=mx.foo.tld

            """;

    private static final String ACTION = "action=";

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        talk.say(QUESTION);
        var answer = talk.line("POSTFIX-POLICY: error receiving data");
        if (!answer.regionMatches(true, 0, ACTION, 0, ACTION.length()) || answer.length() == ACTION.length()) {
            throw new IOException("POSTFIX-POLICY error: " + answer);
        }
    }
}
