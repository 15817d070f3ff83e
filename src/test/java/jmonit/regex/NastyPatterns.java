package jmonit.regex;

import java.util.List;
import java.util.Random;

/** Makes patterns and texts at random out of pieces that mean something, or nearly so. */
final class NastyPatterns {
    private static final List<String> PIECES = List.of((
            "a b c ab A B ( ) ( ) (a) [ ] [^ ^ $ | * + ? { } {1} {2} {0} {,2} {1,} {2,3} {1,2} , . \\ \\b \\B"
            + " \\< \\> \\w \\W \\s \\S \\` \\' _ - -- [:alpha:] [:upper:] [:foo:] [=a=] [.-.] [.a.] [..]"
            + " [: :] [= =] [. .] : = 0 1 2 \\, \\0 \\1 \\2 é ÿ"
            + " \\d \\n d D a-c z-a [[ ]]").split(" "));
    private static final List<String> CHARACTERS = List.of(
            "a b c A B _ - d D 0 1 2 { } , ] [ ( ) é ÿ \\ ^ $ | * ab aa".split(" "));
    /** More would let the C library fill the memory. */
    private static final int MOST_INTERVALS = 3;

    private final Random random;

    NastyPatterns(long seed) {
        this.random = new Random(seed);
    }

    String pattern() {
        var pattern = some(PIECES, 1 + random.nextInt(9));
        return pattern.chars().filter(each -> each == '{').count() > MOST_INTERVALS ? pattern() : pattern;
    }

    String text() {
        return some(CHARACTERS.subList(0, random.nextBoolean() ? 4 : CHARACTERS.size()), random.nextInt(6));
    }

    private String some(List<String> pieces, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
