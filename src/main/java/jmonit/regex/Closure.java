package jmonit.regex;

import java.util.List;

/** Follows a program from a state to all it can reach without using up a byte; owned by one {@link Automaton}. */
final class Closure {
    private final List<Step> steps;
    private final IndexSet reached;
    private final IndexSet next;
    private Side before = Side.EDGE;
    private Side after = Side.EDGE;
    private long visits;

    Closure(Program program) {
        this.steps = program.steps();
        this.reached = new IndexSet(steps.size());
        this.next = new IndexSet(steps.size());
    }

    /** Whether the program accepts at this state; if not, all that is reached is known afterwards. */
    boolean accepts(State state, Side after) {
        this.before = state.before();
        this.after = after;
        reached.clear();
        for (int step : state.steps()) {
            reached.add(step);
        }
        return reachesAccept();
    }

    /** Whether any of the steps reached waits for a byte. */
    boolean waits() {
        for (int i = 0; i < reached.size(); i++) {
            if (steps.get(reached.get(i)) instanceof Step.Take) {
                return true;
            }
        }
        return false;
    }

    /** Where the steps reached go from here with this byte, and in any case the given step. */
    int[] after(int value, int... always) {
        next.clear();
        for (int step : always) {
            next.add(step);
        }
        for (int i = 0; i < reached.size(); i++) {
            if (steps.get(reached.get(i)) instanceof Step.Take(var set, int target) && set.contains(value)) {
                next.add(target);
            }
        }
        return next.sorted();
    }

    /** Steps followed since the beginning: the work done, for tests. */
    long visits() {
        return visits;
    }

    private boolean reachesAccept() {
        // The set grows while we walk along it.
        for (int i = 0; i < reached.size(); i++) {
            visits++;
            if (follow(steps.get(reached.get(i)))) {
                return true;
            }
        }
        return false;
    }

    private boolean follow(Step step) {
        switch (step) {
            case Step.Fork(int one, int other) -> {
                reached.add(one);
                reached.add(other);
            }
            case Step.Check(var assertion, int target) -> {
                if (assertion.holds(before, after)) {
                    reached.add(target);
                }
            }
            case Step.Take _ -> {
                // Waits for the byte.
            }
            case Step.Accept _ -> {
                return true;
            }
        }
        return false;
    }
}
