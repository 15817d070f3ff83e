package jmonit.regex;

/** What came of reading a pattern: an expression to search with, or the reason why there is none. */
public sealed interface Parsed permits Expression, Invalid {
}
