package jmonit.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import jmonit.model.Attempt;

/** What was done about one service lately, the newest last. */
final class Attempts {

    private static final int KEPT = 5;

    private final Deque<Begun> begun = new ArrayDeque<>();

    private static final class Begun {

        private final Step step;
        private final Duration since;
        private Attempt attempt;

        Begun(Step step, Attempt attempt, Duration since) {
            this.step = step;
            this.attempt = attempt;
            this.since = since;
        }
    }

    void begin(Step step, Now now) {
        String words = step.deed() == Deed.EXEC ? "exec: '" + String.join(" ", step.command().words()) + "'" : step.deed().word();
        begun.add(new Begun(step, Attempt.begun(words, now.wall()), now.elapsed()));
        if (begun.size() > KEPT) {
            begun.removeFirst();
        }
    }

    void end(Step step, Outcome outcome, Now now) {
        for (Begun attempt : begun) {
            if (attempt.step == step) {
                attempt.attempt = ended(attempt, outcome, now.elapsed().minus(attempt.since));
            }
        }
    }

    private static Attempt ended(Begun begun, Outcome outcome, Duration took) {
        return switch (outcome) {
            case Outcome.Succeeded(String how) -> begun.attempt.ended(Attempt.Progress.DONE, took, how, "");
            case Outcome.Failed(String because, String how) -> begun.attempt.ended(Attempt.Progress.FAILED, took, how, because);
        };
    }

    List<Attempt> all() {
        return begun.stream().map(b -> b.attempt).toList();
    }
}
