package jmonit.os.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One of Java's cipher suites, by the names OpenSSL has for it and its parts: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256. */
record CipherSuite(String name, Set<String> words) {

    private static final String PARTS = "_WITH_";

    CipherSuite {
        words = Set.copyOf(words);
    }

    /** Up to TLS 1.2 the name says how keys are exchanged. */
    static boolean older(String name) {
        return name.contains(PARTS);
    }

    static CipherSuite of(String name) {
        var exchange = name.substring("TLS_".length(), name.indexOf(PARTS));
        var cipher = name.substring(name.indexOf(PARTS) + PARTS.length());
        var words = new HashSet<>(List.of(name, "ALL", "DEFAULT", "HIGH", openSsl(exchange, cipher)));
        words.addAll(exchanged(exchange));
        words.addAll(encrypted(cipher));
        return new CipherSuite(name, words);
    }

    /** Several words joined by plus signs must all be right. */
    boolean is(String wanted) {
        return words.containsAll(List.of(wanted.split("\\+")));
    }

    private static String openSsl(String exchange, String cipher) {
        var short1 = exchange.equals("RSA") ? "" : exchange.replace('_', '-') + "-";
        var short2 = cipher.replace("AES_", "AES").replace("_CBC", "").replace('_', '-');
        return short1 + (short2.startsWith("CHACHA20") ? "CHACHA20-POLY1305" : short2);
    }

    private static Set<String> exchanged(String exchange) {
        var words = new HashSet<String>();
        words.addAll(switch (exchange.split("_")[0]) {
            case "ECDHE" -> Set.of("ECDHE", "EECDH", "kECDHE", "kEECDH");
            case "DHE" -> Set.of("DHE", "EDH", "kDHE", "kEDH");
            default -> Set.of("RSA", "kRSA");
        });
        words.addAll(exchange.endsWith("ECDSA") ? Set.of("aECDSA", "ECDSA") : exchange.endsWith("DSS") ? Set.of("aDSS", "DSS") : Set.of("aRSA"));
        return words;
    }

    private static Set<String> encrypted(String cipher) {
        var words = new HashSet<String>();
        if (cipher.startsWith("AES")) {
            words.addAll(Set.of("AES", cipher.contains("128") ? "AES128" : "AES256"));
        }
        if (cipher.contains("GCM")) {
            words.add("AESGCM");
        }
        if (cipher.startsWith("CHACHA20")) {
            words.add("CHACHA20");
        }
        if (cipher.contains("CBC")) {
            words.add(cipher.endsWith("_SHA") ? "SHA1" : cipher.substring(cipher.lastIndexOf('_') + 1));
        }
        words.addAll(cipher.endsWith("_SHA") ? Set.of("SHA", "TLSv1", "TLSv1.0", "SSLv3") : Set.of("TLSv1.2"));
        return words;
    }
}
