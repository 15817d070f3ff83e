package jmonit.regex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.checkFromToIndex;
import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A POSIX extended regular expression to search texts for. It learns from the texts it sees, so one expression serves
 * one thread at a time: each rule owns its own.
 */
public final class Expression implements Parsed {
    private final String pattern;
    private final Node node;
    private final boolean refersBack;
    private final boolean ignoreCase;
    private Optional<Search> search = Optional.empty();

    private Expression(String pattern, Node node, boolean refersBack, boolean ignoreCase) {
        this.pattern = pattern;
        this.node = node;
        this.refersBack = refersBack;
        this.ignoreCase = ignoreCase;
    }

    public static Parsed parse(String pattern) {
        return parse(pattern, false);
    }

    public static Parsed parse(String pattern, boolean ignoreCase) {
        var text = new PatternText(requireNonNull(pattern, "pattern"), ignoreCase);
        try {
            var parser = new Parser(text, ignoreCase);
            var node = parser.pattern();
            return new Expression(pattern, node, parser.refersBack(), ignoreCase);
        } catch (Mistake mistake) {
            return mistake.in(text);
        }
    }

    /**
     * Whether the pattern matches anywhere in this part of a text, which is the whole text for {@code ^} and {@code $}.
     *
     * @throws IllegalStateException when a back-reference makes the search too long
     */
    public boolean matches(byte[] text, int from, int to) {
        checkFromToIndex(from, to, text.length);
        return search().finds(text, from, to);
    }

    /** Whether the pattern matches anywhere in the text, taken as UTF-8. */
    public boolean matches(String text) {
        var bytes = text.getBytes(UTF_8);
        return matches(bytes, 0, bytes.length);
    }

    /** Whether the search is one that has to try: the pattern has a back-reference. */
    boolean refersBack() {
        return refersBack;
    }

    Node node() {
        return node;
    }

    @Override
    public String toString() {
        return pattern;
    }

    /** Made when the first text comes: many an expression is only looked at. */
    private Search search() {
        if (search.isEmpty()) {
            search = Optional.of(refersBack
                    ? new Backtracker(Translation.of(node, ignoreCase))
                    : new Automaton(Compiler.compile(node)));
        }
        return search.get();
    }
}
