package jmonit.config;

import java.util.ArrayList;
import java.util.List;

import jmonit.catalog.Catalog;
import jmonit.diagnostic.Source;

/** Cuts a text into the pieces that a layout moves: the lexer's words with comments and noise, and the punctuation between them. */
final class PieceReader {

    private static final int TAB = 8;

    private final String text;
    private final Lexer lexer;
    private final Spelling spelling;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;
    private boolean glued;
    private int newlines = 1;
    private int indent;
    private boolean lineStarts = true;

    PieceReader(Source source, Catalog catalog) {
        this.text = source.text();
        this.lexer = new Lexer(source);
        this.spelling = new Spelling(catalog);
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    List<Piece> read() {
        Word word = lexer.next();
        while (word.getType() != Word.EOF) {
            gap(word.start());
            word(word);
            word = lexer.next();
        }
        gap(word.start());
        return pieces;
    }

    private void gap(int to) {
        for (; at < to; at++) {
            char c = text.charAt(at);
            switch (c) {
                case ',', ';', '(', ')' -> add(new Spelling.Spelled(Piece.PUNCTUATION, String.valueOf(c), Piece.Role.KEYWORD));
                case '\n' -> newline();
                default -> blank(c);
            }
        }
    }

    private void newline() {
        newlines++;
        indent = 0;
        lineStarts = true;
        glued = false;
    }

    private void blank(char c) {
        glued = false;
        if (lineStarts) {
            indent = c == '\t' ? (indent / TAB + 1) * TAB : indent + 1;
        }
    }

    private void word(Word word) {
        at = word.end();
        // Lines are joined here; a sign that joins them would be left over in the middle of one.
        if (word.raw().equals("\\") && word.getType() == MonitParser.NOISE) {
            return;
        }
        for (Spelling.Spelled part : spelling.spell(word)) {
            add(part);
            glued = false;
        }
        glued = true;
    }

    private void add(Spelling.Spelled part) {
        pieces.add(new Piece(part.type(), part.text(), part.role(), new Piece.Gap(glued, newlines, indent)));
        glued = true;
        newlines = 0;
        lineStarts = false;
    }
}
