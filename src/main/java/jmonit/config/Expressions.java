package jmonit.config;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Span;
import jmonit.regex.Expression;
import jmonit.regex.Invalid;

/** Looks whether a regular expression of the control file is one. */
final class Expressions {

    private Expressions() {
    }

    static void check(Cursor c, Word word) {
        if (!c.spent() && Expression.parse(Quotes.text(word)) instanceof Invalid(String reason, int offset)) {
            c.complain(Diagnostic.error(span(word, offset), "this regular expression is invalid", reason).see("content"));
        }
    }

    /** The place of the fault; the whole word where escapes have moved it. */
    private static Span span(Word word, int offset) {
        if (!Quotes.text(word).equals(word.getText())) {
            return word.span();
        }
        int quote = word.quoted() ? 1 : 0;
        int at = Math.min(word.start() + quote + offset, word.end());
        return new Span(word.source(), at, Math.min(at + 1, word.end()));
    }
}
