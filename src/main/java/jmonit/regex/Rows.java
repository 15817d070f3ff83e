package jmonit.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The states an automaton has met and its transitions between them, all in one array: a state is known by the place
 * of its row. A row has one column per class of bytes, and one for the end of the text.
 */
final class Rows {
    /** In place of a row: the transition is not known yet. */
    static final int UNKNOWN = 0;
    /** In place of a row: the pattern has matched. */
    static final int MATCHED = 1;
    /** In place of a row: the pattern cannot match any more. */
    static final int DEAD = 2;
    /** The row of the first state. */
    static final int FIRST = 3;

    private static final int MOST_STATES = 2_000;
    private static final int MOST_STEPS = 500_000;

    private final int columns;
    private final State first;
    private final List<State> states = new ArrayList<>();
    private final Map<State, Integer> rowOfState = new HashMap<>();
    private int[] table = {};
    private int steps;

    Rows(int columns, State first) {
        this.columns = columns;
        this.first = first;
        forget();
    }

    /** The transitions, for the search loop; replaced whenever a state is added. */
    int[] table() {
        return table;
    }

    int count() {
        return states.size();
    }

    State state(int row) {
        return states.get((row - FIRST) / columns);
    }

    boolean full() {
        return states.size() >= MOST_STATES || steps >= MOST_STEPS;
    }

    void forget() {
        states.clear();
        rowOfState.clear();
        steps = 0;
        table = new int[FIRST + 8 * columns];
        row(first);
    }

    int row(State state) {
        return rowOfState.computeIfAbsent(state, this::add);
    }

    void connect(int row, int column, int target) {
        table[row + column] = target;
    }

    private int add(State state) {
        int row = FIRST + states.size() * columns;
        if (row + columns > table.length) {
            table = Arrays.copyOf(table, 2 * table.length);
        }
        states.add(state);
        steps += state.steps().length;
        return row;
    }
}
