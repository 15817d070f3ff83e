package jmonit.config;

/**
 * All up to what ends a word. Options cut many words out of one such stretch, so it is measured once: it may be a megabyte, and each of them
 * two letters. Asked from the beginning of the text to its end.
 */
final class Stretch {

    private final String text;
    private final Ends ends;
    private int end;
    /** Where the first address in the rest of it has its colon; less than 0 where there is none. */
    private int scheme = -1;

    Stretch(String text, Ends ends) {
        this.text = text;
        this.ends = ends;
    }

    int end(int at) {
        boolean another = at >= end;
        end = another ? ends.word(at) : end;
        if (another || scheme >= 0 && scheme < at) {
            scheme = text.indexOf("://", at, end);
        }
        return end;
    }

    /** Whether the word that begins there, whose end was asked for, holds an address, in which anything may stand. */
    boolean isAddress(int at) {
        return scheme > at;
    }

    /** The colon behind the name of an option, of letters and digits only; {@code to} where there is none. */
    int option(int at, int to) {
        int i = at;
        while (i < to && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i > at && i < to && text.charAt(i) == ':' ? i : to;
    }
}
