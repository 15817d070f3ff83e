package jmonit.diagnostic;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word the operator probably meant. */
public final class Suggest {
    private static final Comparator<Guess> BEST_FIRST = comparingInt(Guess::distance)
            .thenComparing(comparing(Guess::sameLetters).reversed())
            .thenComparing(comparing(Guess::sameInitial).reversed())
            .thenComparing(comparing(Guess::sameLength).reversed());

    private Suggest() {}

    /**
     * The candidate closest to a word, if one is close enough to be offered: within a third of the longer one's length,
     * and at least within 1. Two neighbours swapped count one, case never counts. Of equally close ones, the first with
     * the same letters, with the same first letter, with the same length, then simply the first wins.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        var meant = folded(word);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - meant.length()) <= limit(meant, candidate))
                .map(candidate -> new Guess(meant, candidate, EditDistance.between(meant, folded(candidate))))
                .filter(guess -> guess.distance() <= limit(meant, guess.candidate()))
                .min(BEST_FIRST)
                .map(Guess::candidate);
    }

    private record Guess(String word, String candidate, int distance) {
        boolean sameLetters() {
            return sameLength() && Arrays.equals(folded(word).chars().sorted().toArray(), folded(candidate).chars().sorted().toArray());
        }

        boolean sameInitial() {
            return word.regionMatches(true, 0, candidate, 0, 1);
        }

        boolean sameLength() {
            return word.length() == candidate.length();
        }
    }

    private static int limit(String word, String candidate) {
        return Math.max(1, Math.max(word.length(), candidate.length()) / 3);
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
