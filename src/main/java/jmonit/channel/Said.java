package jmonit.channel;

import java.net.SocketTimeoutException;

import javax.net.ssl.SSLException;

import jakarta.mail.MessagingException;

/** What a mail server said, or the network about it, in one line for the log. */
final class Said {

    private static final int LONGEST = 300;

    private Said() {
    }

    /** {@code last} is the last answer of the server, or empty. */
    static String by(MessagingException failure, String last) {
        Exception deepest = failure;
        while (deepest instanceof MessagingException m && m.getNextException() != null) {
            deepest = m.getNextException();
        }
        return switch (deepest) {
            case SSLException e -> "SSL connection error: " + line(String.valueOf(e.getMessage()).replaceFirst("^\\([a-z_]+\\) ", ""));
            case MessagingException _ when last != null && last.matches("(?s)[45]\\d\\d.*") -> line(last);
            case MessagingException e when "[EOF]".equals(last) || "[EOF]".equals(e.getMessage()) -> "the server closed the connection";
            case SocketTimeoutException _ -> "no answer in time";
            default -> line(String.valueOf(deepest.getMessage()));
        };
    }

    /** Servers may say several lines, and whatever they like. */
    static String line(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= LONGEST ? line : Headline.shortened(line, LONGEST) + "...";
    }
}
