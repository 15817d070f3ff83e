package jmonit.rule;

import static jmonit.rule.Judgements.clear;
import static jmonit.rule.Judgements.tripped;
import static jmonit.rule.Judgements.unknown;

import java.time.ZoneId;
import java.util.List;

import jmonit.model.Action;
import jmonit.model.Condition;
import jmonit.model.EventKind;
import jmonit.model.Presence;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Window;

/**
 * Judges files, directories and fifos. Nothing but existence is judged where nothing is, or something else; what rules remember
 * outlives that, so that a file which comes back changed is told.
 */
public final class PathJudge implements Judge {

    /** The aspects of the standing rules. */
    static final String KIND = "kind";
    static final String DATA = "data";

    private final String noun;
    private final Timestamps timestamps;

    /**
     * @param noun "file", as the log says it
     * @param zone in which times are told
     */
    public PathJudge(String noun, ZoneId zone) {
        this.noun = noun;
        this.timestamps = new Timestamps(zone);
    }

    static String path(Service service) {
        if (service.subject() instanceof Subject.Path(String path)) {
            return path;
        }
        throw new IllegalArgumentException("\"" + service.name() + "\" has no path");
    }

    @Override
    public List<Rule> standing(Service service) {
        return List.of(standing(service, KIND, new Action.Restart()), standing(service, DATA, Action.ALERT));
    }

    private static Rule standing(Service service, String aspect, Action action) {
        return new Rule(new Condition.Sound(aspect), Window.ONCE, action, Window.ONCE, Action.ALERT, service.origin());
    }

    @Override
    public int rank(Condition condition) {
        return switch (condition) {
            case Condition.Missing _ -> 0;
            case Condition.Present _ -> 1;
            case Condition.Sound(String aspect) -> aspect.equals(KIND) ? 2 : 3;
            case Condition.DiffersSum _ -> 4;
            case Condition.Matches _ -> 11;
            case Condition.Restarted _ -> 12;
            default -> rank(Metrics.of(condition));
        };
    }

    private static int rank(String metric) {
        return switch (metric) {
            case "permission" -> 5;
            case "uid" -> 6;
            case "gid" -> 7;
            case "size" -> 8;
            case "atime", "ctime", "mtime", "timestamp" -> 9;
            case "hardlink" -> 10;
            default -> metric.startsWith("checksum") ? 4 : 12;
        };
    }

    @Override
    public EventKind kind(Condition condition) {
        return switch (condition) {
            case Condition.Missing _ -> EventKind.NONEXIST;
            case Condition.Present _ -> EventKind.EXIST;
            case Condition.Sound(String aspect) -> aspect.equals(KIND) ? EventKind.INVALID : EventKind.DATA;
            case Condition.DiffersSum _ -> EventKind.CHECKSUM;
            case Condition.Matches _ -> EventKind.CONTENT;
            case Condition.Restarted _ -> EventKind.TIMEOUT;
            default -> kind(Metrics.of(condition));
        };
    }

    private static EventKind kind(String metric) {
        return switch (metric) {
            case "permission" -> EventKind.PERMISSION;
            case "uid" -> EventKind.UID;
            case "gid" -> EventKind.GID;
            case "size" -> EventKind.SIZE;
            case "atime", "ctime", "mtime", "timestamp" -> EventKind.TIMESTAMP;
            // Monit 5.33 does not count names, so it has no event for them.
            default -> metric.startsWith("checksum") ? EventKind.CHECKSUM : EventKind.RESOURCE;
        };
    }

    @Override
    public boolean ages(Condition condition) {
        return condition instanceof Condition.Threshold(String metric, _, _) && Timestamps.holds(metric);
    }

    @Override
    public Judgement judge(Question question) {
        return switch (question.rule().when()) {
            case Condition.Missing _ -> missing(question);
            case Condition.Present _ -> present(question);
            case Condition.Sound(String aspect) -> aspect.equals(KIND) ? rightKind(question) : readable(question);
            case Condition asked -> question.sample().presence() instanceof Presence.Here
                    ? here(question, asked)
                    : unknown(question, "there is nothing to judge");
        };
    }

    private Judgement missing(Question question) {
        return switch (question.sample().presence()) {
            case Presence.Missing(String because) -> tripped(question, because);
            case Presence.Here _, Presence.WrongKind _ -> clear(question, noun + " exists");
            case Presence.Unreadable(String because) -> unknown(question, because);
        };
    }

    private Judgement present(Question question) {
        return switch (question.sample().presence()) {
            case Presence.Missing(String because) -> clear(question, because);
            case Presence.Here _, Presence.WrongKind _ -> tripped(question, noun + " exists");
            case Presence.Unreadable(String because) -> unknown(question, because);
        };
    }

    private Judgement rightKind(Question question) {
        return switch (question.sample().presence()) {
            case Presence.WrongKind(String because) -> tripped(question, because);
            case Presence.Here _ -> clear(question, rightKindWords(question));
            case Presence.Missing(String because) -> unknown(question, because);
            case Presence.Unreadable(String because) -> unknown(question, because);
        };
    }

    private String rightKindWords(Question question) {
        return noun.equals("file") ? "is a regular " + question.sample().readings().text("type").orElse(noun) : "is " + noun;
    }

    private Judgement readable(Question question) {
        return switch (question.sample().presence()) {
            case Presence.Unreadable(String because) -> tripped(question, because);
            case Presence.Here _ -> FileContent.unread(question, path(question.service())).map(because -> tripped(question, because))
                    .orElseGet(() -> clear(question, noun + " can be read"));
            case Presence.WrongKind(String because) -> unknown(question, because);
            case Presence.Missing(String because) -> unknown(question, because);
        };
    }

    private Judgement here(Question question, Condition asked) {
        return switch (asked) {
            case Condition.Threshold threshold -> compared(question, threshold);
            case Condition.Changed(String metric) -> change(question, metric);
            case Condition.Unchanged(String metric) -> change(question, metric);
            case Condition.Differs(String metric, String expected) when metric.equals("permission") -> PathAttributes.permission(question, expected);
            case Condition.DiffersOwner owner -> PathAttributes.owner(question, owner);
            case Condition.DiffersSum sum -> FileContent.sum(question, sum);
            case Condition.Matches _ -> FileContent.lines(question);
            default -> unknown(question, "not asked of a " + noun);
        };
    }

    private Judgement compared(Question question, Condition.Threshold asked) {
        return switch (asked.metric()) {
            case "size" -> PathAttributes.size(question, asked);
            case "hardlink" -> PathAttributes.links(question, asked);
            case String metric when Timestamps.holds(metric) -> timestamps.age(question, asked, path(question.service()));
            default -> unknown(question, "not compared for a " + noun);
        };
    }

    private Judgement change(Question question, String metric) {
        return switch (metric) {
            case "permission" -> PathAttributes.permissionChange(question);
            case "size" -> PathAttributes.sizeChange(question);
            case "hardlink" -> PathAttributes.linksChange(question);
            case String time when Timestamps.holds(time) -> timestamps.change(question, time, path(question.service()));
            default -> metric.startsWith("checksum") ? FileContent.sumChange(question) : unknown(question, "not watched for a " + noun);
        };
    }
}
