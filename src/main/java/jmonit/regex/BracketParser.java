package jmonit.regex;

/** Reads a bracket expression behind its opening bracket; a backslash is an ordinary character in here. */
final class BracketParser {
    /** The longest name glibc reads, whether or not it knows it. */
    private static final int NAME = 31;

    private final PatternText text;
    private final boolean ignoreCase;
    private final int start;

    /** {@code [:name:]}, {@code [=name=]} or {@code [.name.]}; a plain {@code x} means the same as {@code [.x.]}. */
    private record Symbol(char kind, String name, int position) {
    }

    BracketParser(PatternText text, boolean ignoreCase) {
        this.text = text;
        this.ignoreCase = ignoreCase;
        this.start = text.position() - 1;
    }

    ByteSet set() throws Mistake {
        boolean negated = text.skip('^');
        if (text.atEnd()) {
            throw new Mistake(Reason.PATTERN, start);
        }
        var set = item();
        while (!text.skip(']')) {
            requireNoRange();
            set = set.or(item());
        }
        return negated ? set.complement() : set;
    }

    /** A hyphen begins an item only as the first in the list; later on it is plain only as the last one. */
    private void requireNoRange() throws Mistake {
        if (startsRange()) {
            throw new Mistake(Reason.RANGE_END, text.position());
        }
    }

    private ByteSet item() throws Mistake {
        var symbol = symbol();
        if (symbol.kind() != '.') {
            return meaning(symbol);
        }
        requireMore();
        return startsRange() ? range(symbol, afterHyphen()) : meaning(symbol);
    }

    private boolean startsRange() {
        return text.sees('-') && !text.seesAt(1, ']');
    }

    private Symbol afterHyphen() throws Mistake {
        text.skip('-');
        return symbol();
    }

    private Symbol symbol() throws Mistake {
        requireMore();
        int position = text.position();
        if (text.sees('[') && (text.seesAt(1, ':') || text.seesAt(1, '=') || text.seesAt(1, '.'))) {
            text.skip(1);
            return named(text.nextAsWritten(), position);
        }
        return new Symbol('.', String.valueOf((char) text.next()), position);
    }

    private Symbol named(int kind, int position) throws Mistake {
        var name = new StringBuilder();
        while (!(text.sees((char) kind) && text.seesAt(1, ']'))) {
            requireMore();
            name.append((char) (kind == ':' ? text.nextAsWritten() : text.next()));
        }
        text.skip(2);
        if (name.length() > NAME) {
            throw unclosed();
        }
        return new Symbol((char) kind, name.toString(), position);
    }

    private ByteSet meaning(Symbol symbol) throws Mistake {
        return symbol.kind() == ':' ? characterClass(symbol) : ByteSet.of(single(symbol));
    }

    private ByteSet characterClass(Symbol symbol) throws Mistake {
        var named = CharacterClass.named(symbol.name())
                .orElseThrow(() -> new Mistake(Reason.CHARACTER_CLASS, symbol.position()));
        return (ignoreCase && named.isCased() ? CharacterClass.ALPHA : named).bytes();
    }

    private static ByteSet range(Symbol low, Symbol high) throws Mistake {
        if (high.kind() != '.') {
            throw new Mistake(Reason.RANGE_END, low.position());
        }
        return between(single(low), single(high), low.position());
    }

    private static ByteSet between(int low, int high, int position) throws Mistake {
        if (low > high) {
            throw new Mistake(Reason.RANGE_END, position);
        }
        return ByteSet.between(low, high);
    }

    private static int single(Symbol symbol) throws Mistake {
        if (symbol.name().length() != 1) {
            throw new Mistake(Reason.COLLATION, symbol.position());
        }
        return symbol.name().charAt(0);
    }

    private void requireMore() throws Mistake {
        if (text.atEnd()) {
            throw unclosed();
        }
    }

    private Mistake unclosed() {
        return new Mistake(Reason.OPEN_BRACKET, start);
    }
}
