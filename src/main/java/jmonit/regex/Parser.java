package jmonit.regex;

import jmonit.regex.Node.BackReference;
import jmonit.regex.Node.Choice;
import jmonit.regex.Node.Group;
import jmonit.regex.Node.Look;
import jmonit.regex.Node.One;
import jmonit.regex.Node.Repeat;
import jmonit.regex.Node.Sequence;
import java.util.ArrayList;
import java.util.BitSet;

/** Reads one pattern by recursive descent, with the verdicts of glibc; owned by one parse. */
final class Parser {
    static final int STEPS = 100_000;
    static final int DEPTH = 250;

    private static final ByteSet ANY = ByteSet.where(value -> value != 0);

    private final PatternText text;
    private final boolean ignoreCase;
    private BitSet closedGroups = new BitSet();
    private int groups;
    private int depth;
    private boolean refersBack;

    Parser(PatternText text, boolean ignoreCase) {
        this.text = text;
        this.ignoreCase = ignoreCase;
    }

    Node pattern() throws Mistake {
        return small(choice(), 0);
    }

    boolean refersBack() {
        return refersBack;
    }

    /** A group closed in one option cannot be referred to from the next, but from behind the choice. */
    private Node choice() throws Mistake {
        var before = closedGroups;
        var after = new BitSet();
        var options = new ArrayList<Node>();
        do {
            closedGroups = (BitSet) before.clone();
            options.add(sequence());
            after.or(closedGroups);
        } while (text.skip('|'));
        closedGroups = after;
        return options.size() == 1 ? options.getFirst() : new Choice(options);
    }

    private Node sequence() throws Mistake {
        var parts = new ArrayList<Node>();
        while (!text.atEnd() && !text.sees('|') && !closesGroup()) {
            parts.add(part());
        }
        return parts.size() == 1 ? parts.getFirst() : new Sequence(parts);
    }

    /** Outside of all groups a closing parenthesis is an ordinary character. */
    private boolean closesGroup() {
        return depth > 0 && text.sees(')');
    }

    private Node part() throws Mistake {
        var part = atom();
        // Nothing repeats an assertion: in "^*" the asterisk has nothing before it.
        return part instanceof Look ? part : repeated(part);
    }

    private Node repeated(Node atom) throws Mistake {
        var part = atom;
        while (text.seesOneOf("*+?{")) {
            int start = text.position();
            part = small(Repeat.of(part, new TimesParser(text).times()), start);
        }
        return part;
    }

    private Node atom() throws Mistake {
        int start = text.position();
        int value = text.next();
        return switch (value) {
            case '(' -> group(start);
            case '[' -> one(new BracketParser(text, ignoreCase).set());
            case '.' -> one(ANY);
            case '^' -> new Look(Assertion.TEXT_START);
            case '$' -> new Look(Assertion.TEXT_END);
            case '\\' -> escaped(start);
            case '*', '+', '?', '{' -> throw new Mistake(Reason.NOTHING_TO_REPEAT, start);
            default -> one(ByteSet.of(value));
        };
    }

    private Node group(int start) throws Mistake {
        int number = ++groups;
        if (++depth > DEPTH) {
            throw new Mistake(Reason.TOO_BIG, start);
        }
        var body = choice();
        if (!text.skip(')')) {
            throw new Mistake(Reason.OPEN_PARENTHESIS, start);
        }
        depth--;
        closedGroups.set(number);
        return new Group(number, body);
    }

    private Node escaped(int start) throws Mistake {
        if (text.atEnd()) {
            throw new Mistake(Reason.TRAILING_BACKSLASH, start);
        }
        int value = text.nextAsWritten();
        return switch (value) {
            case '`' -> new Look(Assertion.TEXT_START);
            case '\'' -> new Look(Assertion.TEXT_END);
            case '<' -> new Look(Assertion.WORD_START);
            case '>' -> new Look(Assertion.WORD_END);
            case 'b' -> new Look(Assertion.WORD_EDGE);
            case 'B' -> new Look(Assertion.NO_WORD_EDGE);
            case 'w' -> one(CharacterClass.WORD);
            case 'W' -> one(CharacterClass.WORD.complement());
            case 's' -> one(CharacterClass.SPACE.bytes());
            case 'S' -> one(CharacterClass.SPACE.bytes().complement());
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> backReference(value - '0', start);
            // The letter as written, as in glibc: where case does not matter, \d matches neither d nor D.
            default -> one(ByteSet.of(value));
        };
    }

    private Node backReference(int group, int start) throws Mistake {
        if (!closedGroups.get(group)) {
            throw new Mistake(Reason.BACK_REFERENCE, start);
        }
        refersBack = true;
        return new BackReference(group);
    }

    /** Where case does not matter, pattern and text are compared in upper case. */
    private Node one(ByteSet set) {
        return new One(ignoreCase ? ByteSet.where(value -> set.contains(CharacterClass.upper(value))) : set);
    }

    private static Node small(Node node, int start) throws Mistake {
        if (node.size() > STEPS) {
            throw new Mistake(Reason.TOO_BIG, start);
        }
        return node;
    }
}
