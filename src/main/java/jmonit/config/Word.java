package jmonit.config;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

import jmonit.diagnostic.Source;
import jmonit.diagnostic.Span;

/** One word of a control file: where it stands and what it says without its quotes. */
final class Word implements Token {

    private final Source source;
    private final int type;
    private final int start;
    private final int end;
    private final String text;
    private int index = -1;

    Word(Source source, int type, int start, int end, String text) {
        this.source = source;
        this.type = type;
        this.start = start;
        this.end = end;
        this.text = text;
    }

    Source source() {
        return source;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** As it was written, quotes and all. */
    String raw() {
        return source.text().substring(start, end);
    }

    Span span() {
        return new Span(source, start, end);
    }

    boolean quoted() {
        return type == MonitParser.STRING || type == MonitParser.COMMAND || type == MonitParser.UNCLOSED;
    }

    boolean is(String word) {
        return text.equalsIgnoreCase(word) && !quoted();
    }

    /** Nothing but blanks stands before it on its line. */
    boolean startsLine() {
        for (int at = start - 1; at >= 0; at--) {
            char c = source.text().charAt(at);
            if (c == '\n') {
                return true;
            }
            if (c != ' ' && c != '\t' && c != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String getText() {
        return text;
    }

    @Override
    public int getType() {
        return type;
    }

    @Override
    public int getLine() {
        return source.line(start);
    }

    @Override
    public int getCharPositionInLine() {
        return source.column(start) - 1;
    }

    @Override
    public int getChannel() {
        return type == MonitParser.NOISE || type == MonitParser.COMMENT ? HIDDEN_CHANNEL : DEFAULT_CHANNEL;
    }

    @Override
    public int getTokenIndex() {
        return index;
    }

    void place(int position) {
        index = position;
    }

    @Override
    public int getStartIndex() {
        return start;
    }

    @Override
    public int getStopIndex() {
        return end - 1;
    }

    @Override
    public TokenSource getTokenSource() {
        return null;
    }

    @Override
    public CharStream getInputStream() {
        return null;
    }

    @Override
    public String toString() {
        return raw();
    }
}
