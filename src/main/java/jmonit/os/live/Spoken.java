package jmonit.os.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import jmonit.os.Wire;

/** What the network says, in the words of the C library that operators know from everywhere else. */
final class Spoken {

    private static final Map<String, String> AS_C_SAYS = Map.of(
            "Connect timed out", "Connection timed out",
            "Connection reset", "Connection reset by peer");

    private static final Map<String, String> OF_TLS = Map.of(
            "Unsupported or unrecognized SSL message", "the server does not speak TLS",
            "Remote host terminated the handshake", "the server closed the connection during the handshake",
            "No appropriate protocol (protocol is disabled or cipher suites are inappropriate)", "TLS 1.0 and 1.1 are not spoken any more",
            "Read timed out", Wire.NO_ANSWER);
    /** Java puts the name of the alert before a sentence that ends with it. */
    private static final Pattern TWICE = Pattern.compile("^\\([a-z_]+\\) ");

    private Spoken() {
    }

    static IOException failure(IOException cause) {
        return new IOException(reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof PortUnreachableException) {
            return "Connection refused";
        }
        var said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return AS_C_SAYS.getOrDefault(said, TWICE.matcher(said).replaceFirst(""));
    }

    /** Why there is no encrypted connection. */
    static String tls(IOException cause) {
        var said = reason(cause);
        return OF_TLS.getOrDefault(said, said);
    }

    static boolean late(IOException cause) {
        return cause instanceof SocketTimeoutException;
    }

    /** "192.0.2.1:80", "[2001:db8::1]:80". */
    static String place(InetAddress address, int port) {
        var name = address.getHostAddress();
        return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }

    /** "5 s", "250 ms". */
    static String time(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
