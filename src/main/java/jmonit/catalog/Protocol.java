package jmonit.catalog;

import java.util.List;

/** A language a server speaks, with the options a test of it takes. */
public record Protocol(String keyword, String label, String summary, Carrier carrier, List<Option> options) {

    public Protocol {
        options = List.copyOf(options);
    }

    /** What it runs over where the control file does not say. */
    public enum Carrier {
        TCP, UDP, TLS,
        /** Over UDP whatever the control file says, or refused over TCP. */
        UDP_ONLY
    }

    public static Protocol of(String keyword, String label, String summary, Option... options) {
        return new Protocol(keyword, label, summary, Carrier.TCP, List.of(options));
    }

    public Protocol over(Carrier other) {
        return new Protocol(keyword, label, summary, other, options);
    }
}
