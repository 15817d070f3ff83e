package jmonit.rule;

import java.time.Duration;
import java.time.Instant;

import jmonit.model.Action;
import jmonit.model.Condition;
import jmonit.model.Rule;
import jmonit.model.Window;

/**
 * What is known of one rule from one cycle to the next.
 *
 * @param history one bit for each judged cycle, 1 where the condition tripped, the newest lowest
 * @param memory what a test for changes saw last
 * @param repeated judged cycles since the rule failed, with that one; 1 once it is well again, 0 as long as it never failed
 * @param since when it last changed sides; the epoch as long as it never has, or where nobody wrote it down
 */
public record RuleState(boolean failing, long history, String memory, int repeated, Instant since) {

    public static final RuleState FRESH = new RuleState(false, 0, "", 0, Instant.EPOCH);

    /** What one verdict made of the rule: {@code flipped} where it changed sides. */
    public record Step(RuleState state, boolean flipped, Level level) {

        /** The state with the moment written down where it changed sides. */
        public RuleState at(Instant now) {
            return flipped ? new RuleState(state.failing, state.history, state.memory, state.repeated, now) : state;
        }

        /** Whether the action of the side the rule is on is to be taken now. */
        public boolean acts(Rule rule) {
            boolean again = level == Level.ERROR && (isNews(rule.when()) || repeats(rule.then()));
            return flipped || again;
        }

        /** Whether an alert goes out now: once a failure, but for each piece of news, from which nothing recovers. */
        public boolean announces(Rule rule) {
            return isNews(rule.when()) ? level == Level.ERROR : flipped;
        }

        /** Whether a lasting failure is due again. Good cycles of a failing rule count as well, though nothing is due in them. */
        public boolean returns(int every) {
            return level == Level.ERROR && every > 0 && state.repeated % every == 0;
        }

        private boolean repeats(Action action) {
            return switch (action) {
                case Action.Start _, Action.Stop _, Action.Restart _, Action.Unmonitor _ -> true;
                case Action.Exec(var _, int every) -> returns(every);
                case Action.Alert _, Action.Ignore _ -> false;
            };
        }
    }

    /** Each change and each new line of a file is an event of its own, not the same one going on. */
    private static boolean isNews(Condition condition) {
        return condition instanceof Condition.Changed || condition instanceof Condition.Matches;
    }

    /** {@code cycle} is how far apart the checks of the service are; a window written in time is counted with it. */
    public Step next(Verdict verdict, Rule rule, Duration cycle) {
        return switch (verdict) {
            case Verdict.Tripped _ -> vote(true, rule.window().counted(cycle));
            case Verdict.Clear _ -> vote(false, rule.recovery().counted(cycle));
            case Verdict.Unknown _ -> new Step(this, false, Level.SILENT);
        };
    }

    /** For rules whose windows are counted in cycles. */
    public Step next(Verdict verdict, Rule rule) {
        return next(verdict, rule, Duration.ofSeconds(1));
    }

    public RuleState remembering(String text) {
        return new RuleState(failing, history, text, repeated, since);
    }

    private Step vote(boolean tripped, Window window) {
        long shifted = history << 1 | (tripped ? 1 : 0);
        int ones = Long.bitCount(shifted & -1L >>> Long.SIZE - window.cycles());
        int votes = tripped ? ones : window.cycles() - ones;
        boolean flipped = tripped != failing && votes >= window.times();
        boolean now = flipped ? tripped : failing;
        // Monit 5.33 begins a new history with the cycle in which a rule changes sides; seen by experiment.
        long kept = flipped ? shifted & 1 : shifted;
        return new Step(new RuleState(now, kept, memory, flipped ? 1 : counted(now), since), flipped, level(tripped, now, flipped));
    }

    /** Of a rule that is well nothing counts but that it once was not: so that it comes to rest. */
    private int counted(boolean nowFailing) {
        boolean counts = nowFailing && repeated > 0 && repeated < Integer.MAX_VALUE;
        return counts ? repeated + 1 : nowFailing ? repeated : Math.min(repeated, 1);
    }

    /** A cycle that counts towards a failure is told only before the first one; after a recovery Monit 5.33 is silent; seen by experiment. */
    private Level level(boolean tripped, boolean nowFailing, boolean flipped) {
        if (tripped) {
            return nowFailing ? Level.ERROR : repeated == 0 ? Level.WARNING : Level.SILENT;
        }
        return flipped ? Level.INFO : Level.SILENT;
    }
}
