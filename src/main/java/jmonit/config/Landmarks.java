package jmonit.config;

import java.util.Arrays;
import java.util.List;

import jmonit.config.Paragraph.Kind;

/** Where the paragraphs of a control file begin, and what comes next after any piece. */
final class Landmarks {

    private final List<Piece> pieces;
    private final Kind[] kinds;
    /** The next piece that is no comment, that piece itself included. */
    private final int[] next;
    /** Whether the check that stands here goes on behind this piece. */
    private final boolean[] goesOn;

    Landmarks(List<Piece> pieces) {
        this.pieces = pieces;
        this.kinds = new Kind[pieces.size() + 1];
        this.next = new int[pieces.size() + 1];
        this.goesOn = new boolean[pieces.size() + 1];
        findBeginnings();
        lookAhead();
    }

    Kind kind(int at) {
        return kinds[at];
    }

    int next(int at) {
        return next[at];
    }

    boolean goesOn(int at) {
        return goesOn[at];
    }

    private void findBeginnings() {
        Arrays.fill(kinds, Kind.REST);
        Kind statement = Kind.STRAY;
        int before = MonitParser.COMMENT;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean fresh = piece.startsLine() || i > 0 && pieces.get(i - 1).is(MonitParser.INCLUDE);
            kinds[i] = piece.comment() ? Kind.REST : beginning(piece, before, statement, fresh);
            statement = kinds[i] == Kind.SET || kinds[i] == Kind.CHECK ? kinds[i] : statement;
            before = piece.matters() && piece.type() != MonitParser.INCLUDE ? piece.type() : before;
        }
    }

    private static Kind beginning(Piece piece, int before, Kind statement, boolean fresh) {
        return switch (piece.type()) {
            case MonitParser.SET -> Kind.SET;
            case MonitParser.CHECK -> Kind.CHECK;
            case MonitParser.INCLUDE -> Kind.INCLUDE;
            default -> statement == Kind.CHECK && beginsClause(piece.type(), before) ? Kind.CLAUSE
                    : statement == Kind.STRAY && fresh ? Kind.STRAY : Kind.REST;
        };
    }

    private static boolean beginsClause(int type, int before) {
        boolean action = before == MonitParser.THEN || before == MonitParser.ELSE;
        return switch (type) {
            case MonitParser.IF -> before != MonitParser.ELSE;
            case MonitParser.START -> !action && before != MonitParser.ONREBOOT;
            case MonitParser.STOP, MonitParser.RESTART, MonitParser.ALERT, MonitParser.IGNORE -> !action;
            case MonitParser.EVERY -> before != MonitParser.REPEAT;
            case MonitParser.NOALERT, MonitParser.NOT_EVERY, MonitParser.MODE, MonitParser.ONREBOOT, MonitParser.GROUP,
                    MonitParser.DEPENDS -> true;
            default -> false;
        };
    }

    private void lookAhead() {
        next[pieces.size()] = pieces.size();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            boolean comment = pieces.get(i).comment();
            next[i] = comment ? next[i + 1] : i;
            goesOn[i] = switch (kinds[next[i + 1]]) {
                case SET, CHECK -> false;
                case INCLUDE -> goesOn[next[i + 1]];
                case CLAUSE, COMMENT, STRAY, REST -> next[i + 1] < pieces.size();
            };
            boolean alone = comment && pieces.get(i).startsLine() && (next[i] == pieces.size() || kinds[next[i]] != Kind.REST);
            kinds[i] = alone ? Kind.COMMENT : kinds[i];
        }
    }
}
