package jmonit.diagnostic;

import static java.util.stream.Collectors.joining;

/** The operator's text as it may safely be shown: nothing in it moves a cursor, rings a bell or turns text around. */
final class Visible {
    private static final int DELETE = 0x7f;

    private Visible() {}

    static String text(String raw) {
        return raw.codePoints().mapToObj(Visible::glyph).collect(joining());
    }

    /** The character itself, {@code ^X} for the control characters that have a key, or a replacement character. */
    static String glyph(int character) {
        if (printable(character)) {
            return Character.toString(character);
        }
        return character <= DELETE ? "^" + (char) (character ^ 0x40) : "\ufffd";
    }

    static boolean printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** How many columns of a terminal the glyph takes; near enough, for terminals do not agree among themselves. */
    static int cells(int character) {
        if (!printable(character)) {
            return glyph(character).length();
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> wide(character) ? 2 : 1;
        };
    }

    private static boolean wide(int character) {
        return between(0x1100, character, 0x115f) // Hangul, leading
                || between(0x2e80, character, 0xa4cf) // Chinese, Japanese, Yi
                || between(0xac00, character, 0xd7a3) // Hangul syllables
                || between(0xf900, character, 0xfaff) // Chinese, compatibility
                || between(0xfe30, character, 0xfe6f) // vertical and small forms
                || between(0xff00, character, 0xff60) // full-width forms
                || between(0xffe0, character, 0xffe6) // full-width signs
                || between(0x1f300, character, 0x1faff) // pictures
                || between(0x20000, character, 0x3fffd); // Chinese, rare
    }

    private static boolean between(int first, int character, int last) {
        return first <= character && character <= last;
    }
}
