package jmonit.channel;

import jmonit.model.Event;

/** The few words that a small screen has room for. */
final class Headline {

    /** What one message holds of the output of a program: more is no news. */
    private static final int LONGEST = 1 << 14;
    /** So many services are named in one message. */
    private static final int MOST = 20;

    private Headline() {
    }

    static String of(Told told, String host) {
        var roll = new Roll(told.events());
        return told.several() ? roll.services() + " on " + host + ": " + roll.counts() : of(told.first(), host);
    }

    static String of(Event event, String host) {
        return event.kind().words(event.side()) + ": " + event.service() + " on " + host;
    }

    static String text(Told told) {
        if (told.several()) {
            return new Roll(told.events()).list(MOST).strip();
        }
        String facts = Facts.brief(told.facts());
        return text(told.first()) + (facts.isEmpty() ? "" : "\n" + shortened(facts, LONGEST));
    }

    static String text(Event event) {
        return shortened(event.because(), LONGEST);
    }

    static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, halved ? longest - 1 : longest);
    }
}
