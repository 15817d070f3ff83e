package jmonit.regex;

import java.util.List;
import java.util.Optional;

/**
 * Many expressions at once over many lines, in one pass: says which lines are worth to be asked about one by one. Learns as an
 * {@link Expression} does, and serves one thread at a time.
 */
public final class Sieve {

    private static final int NONE = -1;

    private final Optional<Lines> lines;
    private final boolean letsAllPass;

    private Sieve(Optional<Lines> lines, boolean letsAllPass) {
        this.lines = lines;
        this.letsAllPass = letsAllPass;
    }

    public static Sieve of(List<Expression> expressions) {
        if (expressions.stream().anyMatch(Expression::refersBack)) {
            return all();
        }
        var nodes = expressions.stream().map(Expression::node).toList();
        return nodes.isEmpty()
                ? new Sieve(Optional.empty(), false)
                : new Sieve(Optional.of(new Lines(Compiler.compile(new Node.Choice(nodes)))), false);
    }

    /** Holds nothing back. */
    public static Sieve all() {
        return new Sieve(Optional.empty(), true);
    }

    /**
     * Where the first line begins that one of the expressions may match, -1 where none does.
     *
     * @param from where a line begins
     * @param to where one ends, behind its line feed
     */
    public int next(byte[] text, int from, int to) {
        if (letsAllPass) {
            return from < to ? from : NONE;
        }
        return lines.isEmpty() ? NONE : lines.get().next(text, from, to);
    }
}
