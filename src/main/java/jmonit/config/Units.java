package jmonit.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Units of size, and the words that may be glued to a number. */
final class Units {

    private static final Map<String, Long> SIZES = Map.ofEntries(
            Map.entry("b", 1L), Map.entry("byte", 1L), Map.entry("bytes", 1L),
            Map.entry("kb", 1L << 10), Map.entry("kilobyte", 1L << 10), Map.entry("kilobytes", 1L << 10),
            Map.entry("mb", 1L << 20), Map.entry("megabyte", 1L << 20), Map.entry("megabytes", 1L << 20),
            Map.entry("gb", 1L << 30), Map.entry("gigabyte", 1L << 30), Map.entry("gigabytes", 1L << 30));
    static final List<String> SIZE_WORDS = List.of("B", "kB", "MB", "GB", "byte", "bytes", "kilobyte", "kilobytes", "megabyte", "megabytes",
            "gigabyte", "gigabytes");
    private static final Set<String> OTHERS = Set.of("cycles", "cycle", "operations", "operation", "packets", "packet", "percent");

    private Units() {
    }

    /** How many bytes the unit has; a trailing /s is taken off. */
    static Optional<Long> size(String word) {
        return Optional.ofNullable(SIZES.get(plain(word)));
    }

    static boolean perSecond(String word) {
        return word.toLowerCase(Locale.ROOT).endsWith("/s");
    }

    static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith("/s") ? lower.substring(0, lower.length() - 2) : lower;
    }

    static boolean is(String word) {
        return SIZES.containsKey(plain(word)) || OTHERS.contains(plain(word)) || Values.TIME_WORDS.contains(plain(word));
    }
}
