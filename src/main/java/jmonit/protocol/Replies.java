package jmonit.protocol;

import java.io.IOException;

import jmonit.model.Connection;

/**
 * Commands and numbered replies, as FTP, LMTP and NNTP have them: a reply goes on as long as a dash follows its number. {@code hearing} and
 * {@code error} are Monit's words for a reply that does not come and for one that is not expected.
 */
record Replies(Talk talk, String hearing, String error) {

    private static final int LENGTH_OF_NUMBER = 3;
    private static final int MOST_LINES = 500;

    String ask(String command, String number) throws IOException {
        talk.say(command + "\r\n");
        return expect(number, error);
    }

    String expect(String number, String complaint) throws IOException {
        var line = last();
        if (!line.startsWith(number)) {
            throw new IOException(complaint + line);
        }
        return line;
    }

    private String last() throws IOException {
        for (var count = 0; count < MOST_LINES; count++) {
            var line = talk.line(hearing);
            if (line.length() <= LENGTH_OF_NUMBER || line.charAt(LENGTH_OF_NUMBER) != '-') {
                return line;
            }
        }
        throw new IOException(hearing + " -- the reply is longer than " + MOST_LINES + " lines");
    }

    /** Goes on over TLS where the control file says {@code starttls}. */
    boolean encrypt(Connection connection, String command, String number) throws IOException {
        if (!connection.tls().startTls()) {
            return false;
        }
        ask(command, number);
        talk.encrypt(connection);
        return true;
    }
}
