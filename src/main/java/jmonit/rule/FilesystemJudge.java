package jmonit.rule;

import java.util.List;

import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Condition.Threshold;
import jmonit.model.EventKind;
import jmonit.model.Presence;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Unit;
import jmonit.rule.Verdict.Clear;
import jmonit.rule.Verdict.Tripped;
import jmonit.rule.Verdict.Unknown;

/** Judges filesystems. What is not mounted, or does not answer, is judged by its existence alone. */
public final class FilesystemJudge implements Judge {

    private static final Verdict NO_TEST = new Unknown("no test of a filesystem");

    @Override
    public List<Rule> standing(Service service) {
        return List.of();
    }

    @Override
    public int rank(Condition condition) {
        return switch (kind(condition)) {
            case NONEXIST, EXIST -> 0;
            case PERMISSION -> 1;
            case UID -> 2;
            case GID -> 3;
            case FSFLAGS -> 4;
            default -> 5;
        };
    }

    @Override
    public EventKind kind(Condition condition) {
        return switch (condition) {
            case Condition.Missing _ -> EventKind.NONEXIST;
            case Condition.Present _ -> EventKind.EXIST;
            case Condition.Changed(String metric) -> kind(metric);
            case Condition.Differs(String metric, _) -> kind(metric);
            case Condition.DiffersOwner(String metric, _) -> kind(metric);
            default -> EventKind.RESOURCE;
        };
    }

    private static EventKind kind(String metric) {
        return switch (metric) {
            case "permission" -> EventKind.PERMISSION;
            case "uid" -> EventKind.UID;
            case "gid" -> EventKind.GID;
            case "fsflags" -> EventKind.FSFLAGS;
            default -> EventKind.RESOURCE;
        };
    }

    @Override
    public Judgement judge(Question question) {
        if (!(question.sample().presence() instanceof Presence.Here)) {
            return new Judgement(existence(question), question.memory());
        }
        return question.rule().when() instanceof Condition.Changed(String metric) ? changed(question, metric)
                : Judgement.of(verdict(question));
    }

    /** Whether something that does not answer exists, nobody knows; but it is of no use, and its service wants the same care. */
    private static Verdict existence(Question question) {
        return switch (question.sample().presence()) {
            case Presence.Here _ -> NO_TEST;
            case Presence.Missing(String because) -> absent(question, because);
            case Presence.WrongKind(String because) -> absent(question, because);
            case Presence.Unreadable(String because) -> question.rule().when() instanceof Condition.Missing
                    ? new Tripped(because) : new Unknown(because);
        };
    }

    private static Verdict absent(Question question, String because) {
        return switch (question.rule().when()) {
            case Condition.Missing _ -> new Tripped(because);
            case Condition.Present _ -> new Clear("filesystem '" + path(question) + "' doesn't exist");
            default -> new Unknown(because);
        };
    }

    private static Verdict verdict(Question question) {
        return switch (question.rule().when()) {
            case Condition.Missing _ -> new Clear("succeeded getting filesystem statistics for '" + path(question) + "'");
            case Condition.Present _ -> new Tripped("filesystem '" + path(question) + "' exists");
            case Condition.Differs(_, String expected) -> permission(question, expected);
            case Condition.DiffersOwner(String metric, _) -> owner(question, metric);
            case Threshold threshold -> VolumeWording.of(threshold)
                    .verdict(threshold, Compared.reading(question.sample(), threshold), VolumeWording.unknown(threshold.metric()));
            default -> NO_TEST;
        };
    }

    private static Verdict permission(Question question, String expected) {
        var current = whole(question, "permission");
        return current == Integer.parseInt(expected, 8) ? new Clear("permission test succeeded [current permission " + octal(current) + "]")
                : new Tripped("permission test failed for " + path(question) + " [current permission " + octal(current) + "]");
    }

    private static Verdict owner(Question question, String metric) {
        var current = whole(question, metric);
        return switch (question.sample().answers().get(question.index())) {
            case Answer.Sum(double expected) -> current == (long) expected
                    ? new Clear(metric + " test succeeded [current " + metric + " = " + current + "]")
                    : new Tripped(metric + " test failed for " + question.service().name() + " -- current " + metric + " is " + current);
            case Answer.Skipped(String because) -> new Unknown(because);
            case null, default -> NO_TEST;
        };
    }

    private static Judgement changed(Question question, String metric) {
        var current = metric.equals("permission") ? octal(whole(question, metric)) : question.sample().readings().text(metric).orElse("");
        var before = question.memory();
        if (before.isEmpty() && metric.equals("fsflags")) {
            return new Judgement(new Unknown("nothing to compare with yet"), current);
        }
        var same = before.isEmpty() || before.equals(current);
        var verdict = metric.equals("permission") ? permission(path(question), same, before, current) : flags(same, before, current);
        return new Judgement(verdict, current);
    }

    private static Verdict permission(String path, boolean same, String before, String current) {
        return same ? new Clear("permission not changed for " + path)
                : new Tripped("permission for " + path + " changed from " + before + " to " + current);
    }

    private static Verdict flags(boolean same, String before, String current) {
        return same ? new Clear("filesystem flags has not changed [current flags '" + current + "']")
                : new Tripped("filesystem flags changed from '" + before + "' to '" + current + "'");
    }

    private static long whole(Question question, String metric) {
        return question.sample().readings().amount(metric, Unit.COUNT).orElse(0.0).longValue();
    }

    private static String octal(long mode) {
        return "%04o".formatted(mode);
    }

    private static String path(Question question) {
        return question.service().subject() instanceof Subject.Path(String path) ? path : question.service().name();
    }
}
