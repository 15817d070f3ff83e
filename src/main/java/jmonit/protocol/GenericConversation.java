package jmonit.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.model.Speech.Setting;
import jmonit.os.Wire;
import jmonit.regex.Expression;

/** What the control file says and expects itself, turn by turn. */
final class GenericConversation implements Conversation {

    private static final byte[] SPOKEN_NUL = {'\\', '0'};

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var talk = Talk.over(wire, connection);
        int limit = (int) Math.clamp(limits.size("sendExpectBuffer"), 1, Integer.MAX_VALUE);
        for (var turn : connection.speech().settings()) {
            switch (turn.option()) {
                case "send" -> talk.say(turn.value());
                case "expect" -> expect(turn, answer(talk, limit));
                default -> throw new IllegalStateException(turn.option() + " is no turn of a dialogue");
            }
        }
    }

    private static byte[] answer(Talk talk, int limit) throws IOException {
        try {
            byte[] answer = talk.some(limit);
            if (answer.length == 0) {
                throw new IOException("the server closed the connection");
            }
            return spoken(answer);
        } catch (IOException e) {
            throw new IOException("GENERIC: error receiving data -- " + e.getMessage(), e);
        }
    }

    /** As with Monit, a NUL character is seen as "\0", so that an expression can name it. */
    private static byte[] spoken(byte[] answer) {
        var spoken = new ByteArrayOutputStream(answer.length);
        for (byte letter : answer) {
            if (letter == 0) {
                spoken.writeBytes(SPOKEN_NUL);
            } else {
                spoken.write(letter);
            }
        }
        return spoken.toByteArray();
    }

    private static void expect(Setting turn, byte[] answer) throws IOException {
        if (!matches(turn.value(), answer)) {
            throw new IOException("GENERIC: received unexpected data [" + new String(answer, StandardCharsets.UTF_8).stripTrailing() + "] -- No match");
        }
    }

    private static boolean matches(String regex, byte[] answer) throws IOException {
        try {
            return Expression.parse(regex) instanceof Expression pattern && pattern.matches(answer, 0, answer.length);
        } catch (IllegalStateException tooLong) {
            throw new IOException("GENERIC: regular expression " + tooLong.getMessage(), tooLong);
        }
    }
}
