package jmonit.config;

import java.util.Locale;

/** A word, a comment or a sign of punctuation as it will be written, and the room the operator left before it. */
record Piece(int type, String text, Role role, Gap gap) {

    static final int PUNCTUATION = -2;

    /** What a word is to the layout. */
    enum Role {
        /** It belongs to the language. */
        KEYWORD,
        /** It says what the keyword before it asks for. */
        VALUE,
        /** It may be an argument or a member of a list, or a statement somebody mistyped: it stays on the line it is on. */
        LOOSE
    }

    /** What stood before a piece: nothing at all, or so many line ends; and how far the line it stands on is indented. */
    record Gap(boolean glued, int newlines, int indent) {
    }

    boolean is(int other) {
        return type == other;
    }

    boolean is(String keyword) {
        return role == Role.KEYWORD && text.equals(keyword);
    }

    boolean punctuation(String sign) {
        return type == PUNCTUATION && text.equals(sign);
    }

    boolean startsLine() {
        return gap.newlines() > 0;
    }

    boolean afterBlankLine() {
        return gap.newlines() > 1;
    }

    /** The rest of its line is its own, whatever follows. */
    boolean comment() {
        return type == MonitParser.COMMENT;
    }

    boolean ownLineComment() {
        return comment() && startsLine();
    }

    /** Neither a comment nor noise nor punctuation. */
    boolean matters() {
        return type != MonitParser.COMMENT && type != MonitParser.NOISE && type != PUNCTUATION;
    }

    boolean colon() {
        return type == MonitParser.NOISE && text.equals(":");
    }

    boolean saysTheSameAs(Piece other) {
        return type == other.type && text.equals(other.text);
    }

    /** The message of a mail has line ends of its own and runs up to the brace. */
    boolean message() {
        return type == MonitParser.FIELD && text.toLowerCase(Locale.ROOT).startsWith("message:");
    }
}
