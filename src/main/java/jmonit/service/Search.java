package jmonit.service;

import java.util.List;

import jmonit.regex.Expression;

/** What one content rule looks for: any of these expressions, or a line where none of them is. */
record Search(int rule, List<Expression> expressions, boolean negated) {

    Search {
        expressions = List.copyOf(expressions);
    }

    boolean finds(byte[] text, int from, int to) {
        for (var expression : expressions) {
            if (expression.matches(text, from, to)) {
                return !negated;
            }
        }
        return negated;
    }
}
