package jmonit.regex;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The named classes of POSIX, {@code [:alpha:]} and so on, as the C locale has them. */
enum CharacterClass {
    UPPER(between('A', 'Z')),
    LOWER(between('a', 'z')),
    DIGIT(between('0', '9')),
    ALPHA(UPPER.bytes::contains, LOWER.bytes::contains),
    ALNUM(ALPHA.bytes::contains, DIGIT.bytes::contains),
    XDIGIT(DIGIT.bytes::contains, between('A', 'F'), between('a', 'f')),
    GRAPH(between('!', '~')),
    PRINT(between(' ', '~')),
    PUNCT(value -> GRAPH.bytes.contains(value) && !ALNUM.bytes.contains(value)),
    CNTRL(between(0, 0x1F), value -> value == 0x7F),
    BLANK(value -> value == ' ' || value == '\t'),
    SPACE(between('\t', '\r'), value -> value == ' ');

    /** What {@code \w} matches and word boundaries look at; brackets have no name for it. */
    static final ByteSet WORD = ByteSet.where(value -> ALNUM.bytes.contains(value) || value == '_');

    private final ByteSet bytes;

    CharacterClass(IntPredicate... parts) {
        this.bytes = ByteSet.where(value -> Arrays.stream(parts).anyMatch(part -> part.test(value)));
    }

    ByteSet bytes() {
        return bytes;
    }

    boolean isCased() {
        return this == UPPER || this == LOWER;
    }

    static Optional<CharacterClass> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    static int upper(int value) {
        return LOWER.bytes.contains(value) ? value - 'a' + 'A' : value;
    }

    private static IntPredicate between(int low, int high) {
        return value -> low <= value && value <= high;
    }
}
