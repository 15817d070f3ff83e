package jmonit.regex;

import java.util.List;

/** A pattern as the parser understood it. */
sealed interface Node {
    record One(ByteSet of) implements Node {
    }

    record Look(Assertion assertion) implements Node {
    }

    record Sequence(List<Node> parts) implements Node {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    record Choice(List<Node> options) implements Node {
        public Choice {
            options = List.copyOf(options);
        }
    }

    record Repeat(Node body, Times times) implements Node {
        /** A row of plain repetitions becomes one, so that rows of any length cannot grow the tree. */
        static Node of(Node body, Times times) {
            return body instanceof Repeat(var inner, var first) && (first.never() || first.plain() && times.plain())
                    ? new Repeat(inner, first.times(times))
                    : new Repeat(body, times);
        }
    }

    record Group(int number, Node body) implements Node {
    }

    record BackReference(int group) implements Node {
    }

    /** An upper bound of the steps this needs once its repetitions are written out. */
    default long size() {
        return switch (this) {
            case One _, Look _, BackReference _ -> 1;
            case Sequence(var parts) -> parts.stream().mapToLong(Node::size).sum();
            case Choice(var options) -> options.stream().mapToLong(option -> option.size() + 1).sum();
            case Group(_, var body) -> Math.max(1, body.size());
            case Repeat(var body, var times) -> times.copies() * body.size() + forks(times);
        };
    }

    private static int forks(Times times) {
        return times.unbounded() ? 1 : times.most() - times.least();
    }
}
