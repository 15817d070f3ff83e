package jmonit.rule;

import static jmonit.model.EventKind.DATA;
import static jmonit.model.EventKind.EXIST;
import static jmonit.model.EventKind.GID;
import static jmonit.model.EventKind.INVALID;
import static jmonit.model.EventKind.NONEXIST;
import static jmonit.model.EventKind.PID;
import static jmonit.model.EventKind.PPID;
import static jmonit.model.EventKind.RESOURCE;
import static jmonit.model.EventKind.UID;
import static jmonit.model.EventKind.UPTIME;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jmonit.model.Action;
import jmonit.model.Condition;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.EventKind;
import jmonit.model.Presence;
import jmonit.model.Principal;
import jmonit.model.Rule;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Unit;
import jmonit.model.Window;
import jmonit.rule.Verdict.Clear;
import jmonit.rule.Verdict.Tripped;
import jmonit.rule.Verdict.Unknown;

/** Judges processes. Of one that is not running nothing else is asked; a zombie is asked everything. */
public final class ProcessJudge implements Judge {

    private static final String ZOMBIE = "zombie";
    private static final List<String> ORDER = List.of("existence", ZOMBIE, "pid", "ppid", "uid", "euid", "gid", "uptime",
            "security attribute", "filedescriptors", "resource", "port", "unixsocket");

    @Override
    public List<Rule> standing(Service service) {
        var rules = new ArrayList<Rule>();
        rules.add(new Rule(new Condition.Sound(ZOMBIE), Window.ONCE, Action.ALERT, Window.ONCE, Action.ALERT, service.origin()));
        rules.addAll(ConnectionWords.standing(service));
        return List.copyOf(rules);
    }

    @Override
    public int rank(Condition condition) {
        return ORDER.indexOf(turn(condition));
    }

    @Override
    public boolean goesOn(Condition tripped, Action taken) {
        return !(taken instanceof Action.Stop) && !(tripped instanceof Condition.Missing);
    }

    private static String turn(Condition condition) {
        return switch (condition) {
            case Condition.Missing _, Condition.Present _ -> "existence";
            case Condition.Sound(String aspect) when aspect.equals(ZOMBIE) -> ZOMBIE;
            case Condition.Connected(Connection connection, _) -> connection.endpoint() instanceof Endpoint.Unix ? "unixsocket" : "port";
            case Condition.Sound _, Condition.Pinged _ -> "port";
            case Condition.Changed(String metric) -> metric;
            case Condition.Unchanged(String metric) -> metric;
            case Condition.Differs(String metric, _) -> metric;
            case Condition.DiffersOwner(String metric, _) -> metric;
            case Condition.Threshold(String metric, _, _) -> metric.equals("uptime") ? metric
                    : metric.endsWith("filedescriptors") ? "filedescriptors" : "resource";
            case Condition.Total _, Condition.Matches _, Condition.DiffersSum _, Condition.Link _, Condition.Restarted _ -> "resource";
        };
    }

    @Override
    public EventKind kind(Condition condition) {
        if (ConnectionWords.concerns(condition)) {
            return ConnectionWords.kind(condition);
        }
        return switch (turn(condition)) {
            case "existence" -> condition instanceof Condition.Present ? EXIST : NONEXIST;
            case ZOMBIE -> DATA;
            case "pid" -> PID;
            case "ppid" -> PPID;
            case "uid", "euid" -> UID;
            case "gid" -> GID;
            case "uptime" -> UPTIME;
            case "security attribute" -> INVALID;
            default -> RESOURCE;
        };
    }

    @Override
    public Judgement judge(Question question) {
        return switch (question.sample().presence()) {
            case Presence.Here _ -> running(question);
            // The pid and the parent are forgotten: the next process is a new one, and its pid no change.
            case Presence.Missing(String because) -> Judgement.of(absent(question.rule().when(), because));
            case Presence.WrongKind(String because) -> new Judgement(new Unknown(because), question.memory());
            case Presence.Unreadable(String because) -> new Judgement(new Unknown(because), question.memory());
        };
    }

    private static Verdict absent(Condition condition, String because) {
        return switch (condition) {
            case Condition.Missing _ -> new Tripped(because);
            case Condition.Present _ -> new Clear(because);
            default -> new Unknown(because);
        };
    }

    private static Judgement running(Question question) {
        var sample = question.sample();
        return switch (question.rule().when()) {
            case Condition.Missing _ -> Judgement.of(new Clear(() -> runs(sample)));
            case Condition.Present _ -> Judgement.of(new Tripped(runs(sample)));
            case Condition.Changed(String metric) -> changed(metric, question, true);
            case Condition.Unchanged(String metric) -> changed(metric, question, false);
            case Condition.Differs(String metric, String expected) -> Judgement.of(attribute(metric, expected, question));
            case Condition.DiffersOwner(String metric, Principal expected) -> Judgement.of(owner(metric, expected, question));
            case Condition.Threshold threshold -> Judgement.of(threshold(threshold, question));
            case Condition.Sound(String aspect) when aspect.equals(ZOMBIE) -> Judgement.of(zombie(sample));
            case Condition.Connected _, Condition.Pinged _, Condition.Sound _ -> ConnectionWords.judge(question);
            case Condition.Total _, Condition.Matches _, Condition.DiffersSum _, Condition.Link _, Condition.Restarted _ ->
                    Judgement.of(new Unknown("not asked of a process"));
        };
    }

    private static String runs(Sample sample) {
        return "process is running with pid " + count(sample, "pid");
    }

    private static long count(Sample sample, String metric) {
        return sample.readings().amount(metric, Unit.COUNT).orElse(0.0).longValue();
    }

    private static Verdict zombie(Sample sample) {
        return sample.readings().text("state").filter(ZOMBIE::equals).isPresent()
                ? new Tripped("process with pid " + count(sample, "pid") + " is a zombie") : new Clear("zombie check succeeded");
    }

    /** The pid or that of the parent. The first one seen is nothing to compare with: Monit says nothing then. */
    private static Judgement changed(String metric, Question question, boolean trips) {
        var now = Long.toString(count(question.sample(), metric));
        var before = question.memory();
        var name = "process " + metric.toUpperCase(Locale.ROOT);
        if (before.isEmpty()) {
            return new Judgement(new Unknown("first look at this " + name), now);
        }
        var moved = !before.equals(now);
        var words = moved ? name + " changed from " + before + " to " + now : name + " has not changed since last cycle";
        return new Judgement(moved == trips ? new Tripped(words) : new Clear(words), now);
    }

    private static Verdict attribute(String metric, String expected, Question question) {
        return question.sample().readings().text(metric).map(label -> attribute(label, label.equals(expected), question.service().name()))
                .orElse(new Unknown("no reading of " + metric));
    }

    private static Verdict attribute(String label, boolean expected, String service) {
        return expected ? new Clear("Security attribute test succeeded [current attribute = '" + label + "']")
                : new Tripped("Security attribute test failed for " + service + " -- current attribute is '" + label + "'");
    }

    private static Verdict owner(String metric, Principal expected, Question question) {
        var readings = question.sample().readings();
        var wanted = switch (expected) {
            case Principal.Numbered(long id) -> Optional.of((double) id);
            case Principal.Named(String name) -> readings.amount(metric + " of " + name, Unit.COUNT);
            case Principal.Inherited _ -> Optional.<Double>empty();
        };
        var actual = readings.amount(metric, Unit.COUNT);
        if (wanted.isEmpty() || actual.isEmpty()) {
            return new Unknown("no reading of " + metric);
        }
        var current = actual.get().longValue();
        return current == wanted.get().longValue() ? new Clear(metric + " test succeeded [current " + metric + " = " + current + "]")
                : new Tripped(metric + " test failed for " + question.service().name() + " -- current " + metric + " is " + current);
    }

    private static Verdict threshold(Condition.Threshold asked, Question question) {
        var limit = asked.limit();
        return question.sample().readings().amount(asked.metric(), limit.unit())
                .map(value -> asked.metric().equals("uptime") ? uptime(asked, question.service().subject(), value)
                        : ProcessFigure.judge(asked, value))
                .orElse(new Unknown("no reading of " + asked.metric()));
    }

    private static Verdict uptime(Condition.Threshold asked, Subject subject, double milliseconds) {
        var seconds = (long) (milliseconds / 1000);
        var what = switch (subject) {
            case Subject.PidFile(String path) -> path;
            case Subject.Matching(String regex) -> regex;
            default -> throw new IllegalArgumentException("no process is found by " + subject);
        };
        return asked.comparison().holds(milliseconds, asked.limit().value())
                ? new Tripped("uptime test failed for " + what + " -- current uptime is " + seconds + " seconds")
                : new Clear(() -> "uptime test succeeded [current uptime = " + seconds + " seconds]");
    }
}
