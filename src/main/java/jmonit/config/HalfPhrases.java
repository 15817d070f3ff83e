package jmonit.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Suggest;

/** Phrases that begin at a place and are broken off. */
final class HalfPhrases {

    private final List<Half> halves = new ArrayList<>();

    /** The word that would have continued it, and the one that is there. */
    private record Half(Word word, String wanted) {
    }

    void add(Word word, String wanted) {
        halves.add(new Half(word, wanted));
    }

    /** This word was something else. */
    void pass(Word word) {
        if (!halves.isEmpty()) {
            halves.removeIf(half -> half.word() == word);
        }
    }

    /** About the word that breaks one off, if it looks like one that would go on. */
    Optional<Diagnostic> complaint() {
        for (Half half : halves) {
            List<String> wanted = halves.stream().filter(h -> h.word() == half.word()).map(Half::wanted).toList();
            Optional<String> near = Suggest.nearest(half.word().getText(), wanted);
            if (near.isPresent()) {
                return Optional.of(Diagnostic.error(half.word().span(), "unknown word \"" + half.word().getText() + "\"",
                        "expected " + Wording.list(wanted)).help(Wording.didYouMean(near.get())));
            }
        }
        return Optional.empty();
    }
}
