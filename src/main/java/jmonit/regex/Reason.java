package jmonit.regex;

/** Why a pattern is invalid; the words are those regerror(3) prints. */
enum Reason {
    PATTERN("Invalid regular expression"),
    COLLATION("Invalid collation character"),
    CHARACTER_CLASS("Invalid character class name"),
    TRAILING_BACKSLASH("Trailing backslash"),
    BACK_REFERENCE("Invalid back reference"),
    OPEN_BRACKET("Unmatched [, [^, [:, [., or [="),
    OPEN_PARENTHESIS("Unmatched ( or \\("),
    OPEN_BRACE("Unmatched \\{"),
    BRACE_CONTENT("Invalid content of \\{\\}"),
    RANGE_END("Invalid range end"),
    NOTHING_TO_REPEAT("Invalid preceding regular expression"),
    TOO_BIG("Regular expression too big");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
