package jmonit.engine;

import java.util.List;

import jmonit.model.Action;
import jmonit.model.Condition;
import jmonit.model.EventKind;
import jmonit.model.Presence;
import jmonit.model.Rule;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.rule.Judge;
import jmonit.rule.Judgement;
import jmonit.rule.Question;
import jmonit.rule.Verdict;

/** Finds what the sample says of a metric: "bad" trips, "good" does not, and of what it does not name there is no opinion. */
final class ScriptedJudge implements Judge {

    @Override
    public List<Rule> standing(Service service) {
        return List.of();
    }

    @Override
    public int rank(Condition condition) {
        return condition instanceof Condition.Missing ? 0 : 1;
    }

    @Override
    public boolean lastFirst(Condition condition) {
        return false;
    }

    @Override
    public EventKind kind(Condition condition) {
        return condition instanceof Condition.Missing ? EventKind.NONEXIST : EventKind.RESOURCE;
    }

    @Override
    public boolean goesOn(Condition tripped, Action taken) {
        return taken instanceof Action.Restart && tripped instanceof Condition.Threshold;
    }

    @Override
    public Judgement judge(Question question) {
        return Judgement.of(switch (question.rule().when()) {
            case Condition.Missing _ -> missing(question.sample());
            case Condition.Threshold(String metric, var _, var _) -> threshold(metric, question.sample());
            default -> throw new IllegalStateException("no script for " + question.rule().when());
        });
    }

    private static Verdict missing(Sample sample) {
        return switch (sample.presence()) {
            case Presence.Here _ -> new Verdict.Clear("is there");
            case Presence.Missing _, Presence.WrongKind _, Presence.Unreadable _ -> new Verdict.Tripped("is not there");
        };
    }

    private static Verdict threshold(String metric, Sample sample) {
        return switch (sample.readings().text(metric).orElse("")) {
            case "bad" -> new Verdict.Tripped(metric + " is bad");
            case "good" -> new Verdict.Clear(metric + " is good");
            default -> new Verdict.Unknown("no reading of " + metric);
        };
    }
}
