/**
 * POSIX extended regular expressions over bytes: a pattern is valid here when it is valid for glibc's
 * {@code regcomp(REG_EXTENDED)} in the C locale, and it matches where {@code regexec} matches.
 *
 * <p>One byte is one character: {@code .} matches one byte other than NUL, a non-ASCII character in a pattern matches as
 * its UTF-8 bytes one after the other, and inside brackets it stands for each of these bytes.
 *
 * <p>Invariant: a search takes time proportional to the length of the text, whatever the pattern; the exception are
 * patterns with a back-reference, which search under a fixed budget. The package is pure: it imports {@code java.base}
 * only, and uses neither files nor a clock.
 *
 * <p>Known limits: 100,000 steps after repetitions are written out, and parentheses 250 deep; a pattern beyond them is
 * {@link jmonit.regex.Invalid}, where glibc goes on or runs out of memory. Known differences: glibc by mistake lets a
 * newline follow {@code $} and precede {@code ^} in the middle of a text, and misses some matches of back-references.
 */
package jmonit.regex;
