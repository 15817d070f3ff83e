package jmonit.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** fail2ban's server: questions and answers are pickled Python lists, so we send a list that was pickled before and look for one word. */
final class Fail2banConversation implements Conversation {

    private static final String END = "<F2B_END_COMMAND>";
    private static final String PING = "(lp0\nS'ping'\np1\na." + END + "\0";
    private static final int LONGEST = 1024;
    private static final int PICKLED = 0x80;

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        talk.say(PING);
        var answer = answer(talk);
        if (answer.isEmpty() || answer.charAt(0) != PICKLED || !answer.contains("pong")) {
            throw new IOException("FAIL2BAN: PONG error");
        }
    }

    private static String answer(Talk talk) throws IOException {
        var answer = new StringBuilder();
        try {
            do {
                answer.append(new String(talk.bytes(1), StandardCharsets.ISO_8859_1));
            } while (answer.length() < LONGEST && answer.charAt(0) == PICKLED && answer.indexOf(END) < 0);
        } catch (IOException e) {
            if (answer.isEmpty()) {
                throw new IOException("FAIL2BAN: PONG read error -- " + e.getMessage(), e);
            }
        }
        return answer.toString();
    }
}
