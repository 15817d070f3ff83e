package jmonit.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import jmonit.config.Breaks.Level;
import jmonit.config.Paragraph.Kind;

/** Writes one paragraph: on one line if it fits, otherwise broken where it reads best. */
final class Layout {

    private static final int WIDEST = 100;
    private static final int STEP = 4;

    private final List<Piece> pieces;
    private final Breaks breaks;
    private final int indent;
    private final int continued;
    private final StringBuilder out;

    Layout(Paragraph paragraph, StringBuilder out) {
        this.pieces = paragraph.pieces();
        this.breaks = new Breaks(paragraph);
        this.indent = paragraph.depth() * STEP;
        this.continued = indent + continuation(paragraph.kind());
        this.out = out;
    }

    private static int continuation(Kind kind) {
        return switch (kind) {
            // Its second line stands further in than its clauses do.
            case CHECK -> 2 * STEP;
            case SET, CLAUSE, INCLUDE -> STEP;
            case COMMENT, STRAY, REST -> 0;
        };
    }

    void write() {
        lines(0, pieces.size(), indent, Level.ALWAYS);
    }

    /** Breaks at the places of one level; what is still too long is broken at those of the next. */
    private void lines(int from, int to, int at, Level level) {
        int start = from;
        for (int cut : cuts(from, to, i -> breaks.level(i) == level)) {
            part(start, cut, start == from ? at : continued, level);
            start = cut;
        }
        part(start, to, start == from ? at : continued, level);
    }

    /** The places within braces do not count: those lines are written with their braces. */
    private List<Integer> cuts(int from, int to, IntPredicate wanted) {
        var cuts = new ArrayList<Integer>();
        for (int i = from; i < to; i = Math.max(i + 1, breaks.close(i))) {
            if (i > from && wanted.test(i) && !pieces.get(i).is(MonitParser.CLOSE)) {
                cuts.add(i);
            }
        }
        return cuts;
    }

    private void part(int from, int to, int at, Level level) {
        boolean fits = width(from, to, at) <= WIDEST;
        if (fits || level == Level.LATER) {
            line(from, to, at, !fits);
        } else {
            lines(from, to, at, level == Level.ALWAYS ? Level.FIRST : Level.LATER);
        }
    }

    // ---- braces

    /** Writes a line with what is in its braces below it, where that must be or if {@code openAll}. */
    private void line(int from, int to, int at, boolean openAll) {
        int start = from;
        int column = at;
        for (int i = from; i < to; i = Math.max(i + 1, breaks.close(i))) {
            if (opens(i, to, openAll)) {
                line(start, i + 1, column);
                start = entries(i + 1, breaks.close(i), at + STEP);
                column = start < breaks.close(i) ? at + STEP : at;
            }
        }
        line(start, to, column);
    }

    private boolean opens(int at, int to, boolean openAll) {
        return breaks.close(at) > at && breaks.close(at) < to && (mustOpen(at) || openAll && !isMail(at));
    }

    /** Comments end lines; a mail format stays on as many lines as it is written on. */
    private boolean mustOpen(int open) {
        return isMail(open) && block(open).stream().anyMatch(Piece::startsLine)
                || IntStream.rangeClosed(open + 1, breaks.close(open)).anyMatch(i -> breaks.level(i) == Level.ALWAYS);
    }

    private boolean isMail(int open) {
        return block(open).stream().anyMatch(p -> p.is(MonitParser.FIELD));
    }

    private List<Piece> block(int open) {
        return pieces.subList(open + 1, breaks.close(open) + 1);
    }

    /** Writes the entries; says where the line begins that closes the brace: the text of a mail takes the brace along. */
    private int entries(int from, int close, int at) {
        int start = from;
        boolean named = pieces.subList(from, close).stream().anyMatch(Piece::colon);
        for (int i = from + 1; i < close; i++) {
            if (beginsEntry(i, named)) {
                line(start, i, at);
                start = i;
            }
        }
        boolean together = pieces.get(close - 1).is(MonitParser.FIELD) && !pieces.get(close).startsLine();
        if (together || start == close) {
            return start;
        }
        line(start, close, at);
        return close;
    }

    /** An entry is a name and a colon with what follows, or else just a word. */
    private boolean beginsEntry(int at, boolean named) {
        Piece piece = pieces.get(at);
        if (breaks.level(at) == Level.ALWAYS || piece.is(MonitParser.FIELD)) {
            return true;
        }
        boolean name = named ? pieces.get(at + 1).colon() : piece.is(MonitParser.WORD);
        return name || !piece.comment() && pieces.get(at - 1).punctuation(",");
    }

    // ---- lines

    /** How wide the widest line would be; what is in braces that must open does not count. */
    private int width(int from, int to, int at) {
        int widest = 0;
        int column = at;
        for (int i = from; i < to && !pieces.get(i).comment(); i++) {
            String text = pieces.get(i).text();
            int joint = i == from ? 0 : Joint.between(pieces.get(i - 1), pieces.get(i)).length();
            int feed = text.lastIndexOf('\n');
            widest = Math.max(widest, column + joint + (feed < 0 ? text.length() : text.indexOf('\n')));
            column = feed < 0 ? column + joint + text.length() : text.length() - feed - 1;
            if (opens(i, to, false)) {
                i = breaks.close(i);
                column = at + 1;
            }
        }
        return widest;
    }

    private void line(int from, int to, int at) {
        boolean parted = from > 0 && pieces.get(from).comment() && pieces.get(from).afterBlankLine();
        out.append(parted ? "\n" : "").repeat(' ', at);
        for (int i = from; i < to; i++) {
            out.append(i == from ? "" : Joint.between(pieces.get(i - 1), pieces.get(i))).append(pieces.get(i).text());
        }
        out.append('\n');
    }
}
