package jmonit.config;

import java.util.Set;

/** Words that make a line read like English and mean nothing. */
final class Noise {

    private static final Set<String> WORDS = Set.of("activity", "and", "are", "as", "but", "capacity", "does", "for", "has", "in", "is",
            "last", "of", "on", "only", "option", "options", "or", "per", "program", "programs", "rate", "sum", "than", "the", "times",
            "to", "usage", "use", "using", "via", "was", "with", "within", "without", "\\");

    private Noise() {
    }

    static boolean is(String word) {
        return WORDS.contains(word);
    }
}
