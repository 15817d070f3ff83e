package jmonit.regex;

import jmonit.regex.Step.Accept;
import jmonit.regex.Step.Check;
import jmonit.regex.Step.Fork;
import jmonit.regex.Step.Take;
import java.util.ArrayList;
import java.util.List;

/** Writes the program of a pattern without back-references from its end to its start. */
final class Compiler {
    private final List<Step> steps = new ArrayList<>();

    private Compiler() {
    }

    static Program compile(Node pattern) {
        var compiler = new Compiler();
        int accept = compiler.add(new Accept());
        int start = compiler.before(accept, pattern);
        return new Program(compiler.steps, start);
    }

    /** Adds the steps of a node that goes on at {@code next}; returns where it begins. */
    private int before(int next, Node node) {
        return switch (node) {
            case Node.One(var set) -> add(new Take(set, next));
            case Node.Look(var assertion) -> add(new Check(assertion, next));
            case Node.Sequence(var parts) -> sequence(next, parts);
            case Node.Choice(var options) -> choice(next, options);
            case Node.Repeat(var body, var times) -> repeat(next, body, times);
            case Node.Group(_, var body) -> before(next, body);
            case Node.BackReference _ -> throw new IllegalArgumentException("an automaton remembers no groups");
        };
    }

    private int sequence(int next, List<Node> parts) {
        int start = next;
        for (var part : parts.reversed()) {
            start = before(start, part);
        }
        return start;
    }

    private int choice(int next, List<Node> options) {
        int start = before(next, options.getLast());
        for (var option : options.reversed().subList(1, options.size())) {
            start = add(new Fork(before(next, option), start));
        }
        return start;
    }

    private int repeat(int next, Node body, Times times) {
        int start = times.unbounded() ? loop(next, body) : optional(next, body, times.most() - times.least());
        for (int copy = 0; copy < times.least(); copy++) {
            start = before(start, body);
        }
        return start;
    }

    private int loop(int next, Node body) {
        int fork = add(new Fork(next, next));
        steps.set(fork, new Fork(before(fork, body), next));
        return fork;
    }

    private int optional(int next, Node body, int copies) {
        int start = next;
        for (int copy = 0; copy < copies; copy++) {
            start = add(new Fork(before(start, body), next));
        }
        return start;
    }

    private int add(Step step) {
        steps.add(step);
        return steps.size() - 1;
    }
}
