package jmonit.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import jmonit.model.Event;

/** What a failure and its recovery have in common, in one word: the machine, the service, and the rule. */
final class Affair {

    private static final int LONGEST = 200;

    private Affair() {
    }

    /** A change does not recover, so each is an affair of its own. */
    static String of(Event event, String host) {
        boolean lasts = event.side() == Event.Side.FAILED || event.side() == Event.Side.SUCCEEDED;
        String name = host + "/" + event.service() + "/" + event.kind().keyword() + "/"
                + (lasts ? event.origin().file() + ":" + event.origin().line() : event.id());
        return name.length() <= LONGEST ? name : shortened(name);
    }

    private static String shortened(String name) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
