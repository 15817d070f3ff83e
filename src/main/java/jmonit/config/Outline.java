package jmonit.config;

import java.util.ArrayList;
import java.util.List;

import jmonit.config.Paragraph.Kind;

/** Cuts a control file into paragraphs, and knows how deep each stands and where a blank line parts two of them. */
final class Outline {

    private final List<Piece> pieces;
    private final Landmarks landmarks;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private Kind statement = Kind.STRAY;
    private int statementIndent;

    Outline(List<Piece> pieces) {
        this.pieces = pieces;
        this.landmarks = new Landmarks(pieces);
    }

    List<Paragraph> paragraphs() {
        int from = 0;
        for (int at = 1; at <= pieces.size(); at++) {
            if (at == pieces.size() || landmarks.kind(at) != Kind.REST) {
                if (from < at) {
                    add(from, at);
                }
                from = at;
            }
        }
        return paragraphs;
    }

    private void add(int from, int to) {
        Kind kind = landmarks.kind(from) == Kind.REST ? Kind.STRAY : landmarks.kind(from);
        int depth = switch (kind) {
            case CLAUSE -> 1;
            case INCLUDE -> clauseInclude(from) ? 1 : 0;
            case COMMENT -> commentDepth(from);
            case SET, CHECK, STRAY, REST -> 0;
        };
        paragraphs.add(new Paragraph(kind, depth, blankBefore(kind, depth, from), pieces.subList(from, to)));
        if (kind != Kind.COMMENT && depth == 0) {
            statement = kind;
            statementIndent = pieces.get(from).gap().indent();
        }
    }

    // ---- depth

    /** An include belongs to a check if the check goes on after it, or if the operator moved it in. */
    private boolean clauseInclude(int at) {
        return statement == Kind.CHECK && (landmarks.goesOn(at) || pieces.get(at).gap().indent() > statementIndent);
    }

    private int commentDepth(int at) {
        int next = landmarks.next(at);
        boolean clauseFollows = landmarks.kind(next) == Kind.CLAUSE || landmarks.kind(next) == Kind.INCLUDE && clauseInclude(next);
        return clauseFollows || closes(at, next) ? 1 : 0;
    }

    /** A comment that is indented more than the statements before and after it says something about the one before. */
    private boolean closes(int at, int next) {
        boolean open = !paragraphs.isEmpty() && (statement == Kind.CHECK || statement == Kind.SET)
                && !(paragraphs.getLast().kind() == Kind.COMMENT && paragraphs.getLast().depth() == 0);
        int indent = pieces.get(at).gap().indent();
        int nextIndent = next < pieces.size() ? pieces.get(next).gap().indent() : 0;
        return open && indent > statementIndent && indent > nextIndent;
    }

    // ---- blank lines

    private boolean blankBefore(Kind kind, int depth, int at) {
        if (paragraphs.isEmpty()) {
            return false;
        }
        Paragraph before = paragraphs.getLast();
        if (depth > 0 || pieces.get(at).afterBlankLine()) {
            return pieces.get(at).afterBlankLine();
        }
        boolean checkEnds = statement == Kind.CHECK && before.depth() + (before.kind() == Kind.CHECK ? 1 : 0) > 0;
        boolean attached = before.kind() == Kind.COMMENT && before.depth() == 0;
        return !attached && (checkEnds || kind == Kind.CHECK || kind == Kind.COMMENT && introducesCheck(at));
    }

    /** No blank line stands between this comment and the check behind it. */
    private boolean introducesCheck(int at) {
        int check = landmarks.next(at);
        return landmarks.kind(check) == Kind.CHECK
                && pieces.subList(at + 1, check + 1).stream().noneMatch(Piece::afterBlankLine);
    }
}
