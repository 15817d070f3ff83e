package jmonit.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** In which files passwords stand, of one reading: each of them must be closed to others. */
final class Confidential {

    private final Set<String> files = new LinkedHashSet<>();

    /** A statement of these words has told these secrets. It may be spread over several files. */
    void note(List<Word> words, List<String> secrets) {
        for (String secret : secrets) {
            List<String> exact = names(words.stream().filter(w -> w.getText().contains(secret)));
            // One that was written in another way, such as percent notation, stands in any of them.
            files.addAll(exact.isEmpty() ? names(words.stream()) : exact);
        }
    }

    private static List<String> names(Stream<Word> words) {
        return words.filter(w -> w.getType() != Word.EOF).map(w -> w.source().name()).distinct().toList();
    }

    List<String> files() {
        return List.copyOf(files);
    }
}
