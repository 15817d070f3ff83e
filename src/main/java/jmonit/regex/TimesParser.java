package jmonit.regex;

import java.util.OptionalInt;

/** Reads what follows an atom to repeat it: {@code * + ?} or an interval in braces. */
final class TimesParser {
    /** Not a digit: {@code \1} to {@code \9} have another meaning even here. */
    private static final int BACK_REFERENCE = 10;

    private final PatternText text;
    private final int start;

    TimesParser(PatternText text) {
        this.text = text;
        this.start = text.position();
    }

    Times times() throws Mistake {
        return switch (text.next()) {
            case '*' -> Times.ANY;
            case '+' -> Times.SOME;
            case '?' -> Times.OPTIONAL;
            default -> interval();
        };
    }

    private Times interval() throws Mistake {
        var least = number();
        if (!comma()) {
            return closed(least.orElseThrow(this::badContent), least);
        }
        return closed(least.orElse(0), number());
    }

    private Times closed(int least, OptionalInt most) throws Mistake {
        if (most.isPresent() && most.getAsInt() < least || !text.skip('}')) {
            throw badContent();
        }
        if (most.orElse(least) > Times.LIMIT) {
            throw new Mistake(Reason.TOO_BIG, start);
        }
        return new Times(least, most.orElse(Times.UNBOUNDED));
    }

    /** Reads up to the brace or a comma, which may be escaped. */
    private OptionalInt number() throws Mistake {
        var number = OptionalInt.empty();
        boolean digits = true;
        while (!text.sees('}') && !seesComma()) {
            int digit = digit();
            digits &= 0 <= digit && digit <= 9;
            number = OptionalInt.of(Math.min(Times.LIMIT + 1, number.orElse(0) * 10 + digit));
        }
        if (!digits) {
            throw badContent();
        }
        return number;
    }

    /** The value of the next character; only 0 to 9 are digits. */
    private int digit() throws Mistake {
        boolean escaped = text.skip('\\');
        if (text.atEnd()) {
            throw new Mistake(Reason.OPEN_BRACE, start);
        }
        int digit = text.next() - '0';
        return escaped && digit > 0 ? BACK_REFERENCE : digit;
    }

    private boolean comma() {
        text.skip('\\');
        return text.skip(',');
    }

    private boolean seesComma() {
        return text.sees(',') || text.sees('\\') && text.seesAt(1, ',');
    }

    private Mistake badContent() {
        return new Mistake(Reason.BRACE_CONTENT, start);
    }
}
