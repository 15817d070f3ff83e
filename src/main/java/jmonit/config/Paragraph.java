package jmonit.config;

import java.util.List;

/** What a layout writes in one go: a statement's first line, a clause, or a comment of its own. */
record Paragraph(Kind kind, int depth, boolean blankBefore, List<Piece> pieces) {

    enum Kind {
        SET, CHECK, CLAUSE, INCLUDE, COMMENT,
        /** Words that belong to no statement, as they are before the first one. */
        STRAY,
        /** No beginning: what goes on with the paragraph before. */
        REST
    }

    Paragraph {
        pieces = List.copyOf(pieces);
    }

    Piece first() {
        return pieces.getFirst();
    }
}
