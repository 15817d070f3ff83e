package jmonit.os;

import java.security.Security;
import java.util.List;

/**
 * What Java refuses unless told otherwise, and servers of old need: TLS 1.0 and 1.1, spoken only where a test names them, and keys exchanged by RSA.
 * Java asks this once, when it first encrypts, so it has to be said before; and not much before: to be told, Java looks into every library for a log.
 */
public final class OlderTls {

    private static final String REFUSED = "jdk.tls.disabledAlgorithms";
    private static final List<String> ALLOWED = List.of("TLSv1", "TLSv1.1", "TLS_RSA_*");

    static {
        var refused = Security.getProperty(REFUSED);
        if (refused != null) {
            var left = List.of(refused.split("\\s*,\\s*")).stream().filter(r -> !ALLOWED.contains(r)).toList();
            Security.setProperty(REFUSED, String.join(", ", left));
        }
    }

    private OlderTls() {
    }

    /** The first to come says it. */
    public static void allow() {
    }
}
