package jmonit.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;

import jmonit.diagnostic.Suggest;

/** Turns of phrase that many messages share. */
final class Wording {

    private static final int MOST = 8;

    private Wording() {
    }

    /** The word that was probably meant; short words and signs are like too many others. */
    static Optional<String> guess(Word word, Collection<String> candidates) {
        String text = word.getText();
        if (word.quoted() || text.length() < 2 || !Character.isLetterOrDigit(text.charAt(0))) {
            return Optional.empty();
        }
        return Suggest.nearest(text, candidates)
                .filter(near -> !near.equalsIgnoreCase(text) && (text.length() > 3 || near.length() == text.length()));
    }

    static String didYouMean(String word) {
        return "did you mean \"" + word + "\"?";
    }

    /** At most eight words; the help page has them all. */
    static String list(Collection<String> words) {
        var shown = new ArrayList<>(words.stream().distinct().toList());
        if (shown.isEmpty()) {
            return "nothing more";
        }
        if (shown.size() > MOST) {
            return String.join(", ", shown.subList(0, MOST)) + ", …";
        }
        String last = shown.removeLast();
        return shown.isEmpty() ? last : String.join(", ", shown) + " or " + last;
    }
}
