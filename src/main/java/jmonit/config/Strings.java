package jmonit.config;

import java.util.List;
import java.util.Locale;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Span;

/** What can be wrong with the quotes around a string. */
final class Strings {

    private static final String TYPOGRAPHIC = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb";

    private Strings() {
    }

    static void check(Cursor c, Word word) {
        checkEnds(c, word);
        if (word.getType() == MonitParser.UNCLOSED) {
            c.complain(unclosed(word));
        } else if (word.quoted() && swallowsStatement(word)) {
            c.suspects().runaway(word);
        } else if (startsTypographic(word)) {
            c.warn(Diagnostic.warning(new Span(word.source(), word.start(), word.start() + 1),
                    "\"" + word.getText().charAt(0) + "\" is a typographic quote", "read as part of the value").help("write \" instead")
                    .see("strings"));
        }
    }

    /** Warns where a string says less than is written. */
    static void checkEnds(Cursor c, Word word) {
        if (word.quoted() && word.getType() != MonitParser.UNCLOSED && !Quotes.strip(word.getText()).equals(word.getText())) {
            c.warn(Diagnostic.warning(word.span(), "blanks and quotes at the ends of a string are not kept", "read without them").see("strings"));
        }
    }

    static boolean startsTypographic(Word word) {
        return !word.quoted() && !word.getText().isEmpty() && TYPOGRAPHIC.indexOf(word.getText().charAt(0)) >= 0;
    }

    static Diagnostic unclosed(Word word) {
        return Diagnostic.error(word.span(), "this string has no closing quote", "starts here").help(addQuote(word)).see("strings");
    }

    static Diagnostic runaway(Word word) {
        Span close = new Span(word.source(), word.end() - 1, word.end());
        return unclosed(word).and(close, "the next quote is here, so everything between was read as text");
    }

    static String addQuote(Word word) {
        return "add a " + word.raw().charAt(0) + " at the end of line " + word.getLine();
    }

    /** Whether a later line of the string looks like a clause of its own. */
    static boolean swallowsStatement(Word word) {
        List<String> lines = word.getText().lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            String head = lines.get(i).strip().split("[ \t=\"]", 2)[0].toLowerCase(Locale.ROOT);
            if (head.equals("then") || Cursor.CLAUSES.contains(head)) {
                return true;
            }
        }
        return false;
    }

    /** Names a blank that does not look like one; it comes along when text is copied out of a web page. */
    static boolean blank(Cursor c, Word word) {
        String raw = word.raw();
        for (int i = 0; i < raw.length(); i++) {
            char letter = raw.charAt(i);
            if (letter > 127 && !word.quoted() && (Character.isSpaceChar(letter) || Character.getType(letter) == Character.FORMAT)) {
                c.complain(Diagnostic.error(new Span(word.source(), word.start() + i, word.start() + i + 1),
                        "this is no ordinary blank but U+%04X".formatted((int) letter), "expected a blank").see("control-file"));
                return true;
            }
        }
        return false;
    }
}
