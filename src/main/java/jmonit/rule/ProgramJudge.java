package jmonit.rule;

import java.util.List;

import jmonit.model.Action;
import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.EventKind;
import jmonit.model.Presence;
import jmonit.model.Readings;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.model.Unit;
import jmonit.model.Window;

/** Judges a program by its exit status and output, in the words of Monit 5.33 where it has any. */
public final class ProgramJudge implements Judge {

    /** The program could be run at all. */
    private static final Condition RUNS = new Condition.Sound("execution");
    /** It ended before its time was over. Monit has a line in the log for that but no event, hence no alert. */
    private static final Condition IN_TIME = new Condition.Sound("duration");

    @Override
    public List<Rule> standing(Service service) {
        return List.of(rule(RUNS, Action.ALERT, service), rule(IN_TIME, new Action.Ignore(), service));
    }

    private static Rule rule(Condition condition, Action action, Service service) {
        return new Rule(condition, Window.ONCE, action, Window.ONCE, action, service.origin());
    }

    @Override
    public int rank(Condition condition) {
        return switch (condition) {
            case Condition.Sound _ -> 0;
            case Condition.Threshold _ -> 1;
            case Condition.Changed(String metric) -> metric.equals("status") ? 1 : 3;
            case Condition.Unchanged(String metric) -> metric.equals("status") ? 1 : 3;
            case Condition.Matches _ -> 2;
            case Condition.Total _, Condition.Differs _, Condition.DiffersOwner _, Condition.DiffersSum _, Condition.Missing _,
                    Condition.Present _, Condition.Link _, Condition.Pinged _, Condition.Connected _, Condition.Restarted _ -> 4;
        };
    }

    @Override
    public boolean goesOn(Condition tripped, Action taken) {
        return true;
    }

    @Override
    public EventKind kind(Condition condition) {
        return switch (condition) {
            case Condition.Threshold _ -> EventKind.STATUS;
            case Condition.Changed(String metric) -> metric.equals("status") ? EventKind.STATUS : EventKind.CONTENT;
            case Condition.Unchanged(String metric) -> metric.equals("status") ? EventKind.STATUS : EventKind.CONTENT;
            case Condition.Matches _ -> EventKind.CONTENT;
            case Condition.Sound sound -> sound.equals(RUNS) ? EventKind.EXEC : EventKind.STATUS;
            case Condition.Restarted _ -> EventKind.TIMEOUT;
            case Condition.Total _, Condition.Differs _, Condition.DiffersOwner _, Condition.DiffersSum _, Condition.Missing _,
                    Condition.Present _, Condition.Link _, Condition.Pinged _, Condition.Connected _ -> EventKind.INVALID;
        };
    }

    @Override
    public Judgement judge(Question question) {
        var condition = question.rule().when();
        return switch (question.sample().presence()) {
            case Presence.Here _ -> ended(question, condition);
            case Presence.Unreadable(String because) -> neverRan(question, condition, because);
            case Presence.Missing(String because) -> neverRan(question, condition, because);
            case Presence.WrongKind(String because) -> neverRan(question, condition, because);
        };
    }

    private static Judgement neverRan(Question question, Condition condition, String because) {
        var verdict = condition.equals(RUNS) ? new Verdict.Tripped(because) : new Verdict.Unknown(because);
        return new Judgement(verdict, question.memory());
    }

    private static Judgement ended(Question question, Condition condition) {
        var readings = question.sample().readings();
        return switch (condition) {
            case Condition.Sound sound -> Judgement.of(sound.equals(RUNS) ? new Verdict.Clear("program started") : inTime(readings));
            case Condition.Threshold threshold -> Judgement.of(status(threshold, new ProgramEnd(readings)));
            case Condition.Matches matches -> Judgement.of(content(question, matches, readings));
            case Condition.Changed(String metric) -> ProgramChange.of(metric, question).judgement(true);
            case Condition.Unchanged(String metric) -> ProgramChange.of(metric, question).judgement(false);
            case Condition.Total _, Condition.Differs _, Condition.DiffersOwner _, Condition.DiffersSum _, Condition.Missing _,
                    Condition.Present _, Condition.Link _, Condition.Pinged _, Condition.Connected _, Condition.Restarted _ ->
                new Judgement(new Verdict.Unknown("a program has no such test"), question.memory());
        };
    }

    private static Verdict status(Condition.Threshold threshold, ProgramEnd end) {
        return threshold.comparison().holds(end.status(), threshold.limit().value())
                ? new Verdict.Tripped("status failed (" + end.status() + ") -- " + end.shown())
                : new Verdict.Clear("status succeeded (" + end.status() + ") -- " + end.shown());
    }

    private static Verdict content(Question question, Condition.Matches matches, Readings readings) {
        var answer = question.sample().answers().getOrDefault(question.index(), new Answer.Skipped("the pattern was not looked for"));
        if (!(answer instanceof Answer.Lines(long matching, _))) {
            return new Verdict.Unknown(answer instanceof Answer.Skipped(String because) ? because : "the pattern was not looked for");
        }
        // Monit says "match" for what the rule is about, even where the rule asks that there be none.
        var end = new ProgramEnd(readings);
        return matching > 0 != matches.negated()
                ? new Verdict.Tripped("content match on program output:\n" + end.output() + "\n")
                : new Verdict.Clear("content doesn't match on program output:\n" + end.output());
    }

    private static Verdict inTime(Readings readings) {
        var overdue = readings.amount("overdue", Unit.MILLISECONDS);
        if (overdue.isEmpty()) {
            return new Verdict.Clear("program ended in time");
        }
        var pid = readings.amount("pid", Unit.COUNT).orElse(0.0).longValue();
        return new Verdict.Tripped("program timed out after " + ProgramEnd.time(overdue.get().longValue()) + ". Killing program with pid " + pid);
    }
}
