package jmonit.config;

/** Knows what stands between two pieces of one line: a blank or nothing. */
final class Joint {

    private Joint() {
    }

    static String between(Piece left, Piece right) {
        return together(left, right) ? "" : " ";
    }

    private static boolean together(Piece left, Piece right) {
        if (right.is(Piece.PUNCTUATION)) {
            return !right.text().equals("(") && (right.gap().glued() || !mayTakeIn(left));
        }
        if (left.punctuation("(") || right.colon()) {
            return true;
        }
        if (left.is(MonitParser.FIELD)) {
            return right.is(MonitParser.CLOSE);
        }
        return right.is(MonitParser.PERCENT) && left.is(MonitParser.NUMBER) || right.gap().glued() && belongTogether(left, right);
    }

    /** A comma right behind a path or an address could be read as a part of it. */
    private static boolean mayTakeIn(Piece piece) {
        return piece.is(MonitParser.INCLUDE) || piece.is(MonitParser.FIELD)
                || piece.is(MonitParser.WORD) && (piece.text().indexOf('/') >= 0 || piece.text().indexOf('@') >= 0);
    }

    /** {@code user:"password"} is one thing, and so is what a template means to replace: {@code %%HOST%%}. */
    private static boolean belongTogether(Piece left, Piece right) {
        char end = left.text().charAt(left.text().length() - 1);
        char start = right.text().charAt(0);
        return !left.colon() && (end == ':' || end == '@' || start == ':' || right.is(MonitParser.PERCENT)
                || left.is(MonitParser.PERCENT) && right.role() != Piece.Role.KEYWORD);
    }
}
