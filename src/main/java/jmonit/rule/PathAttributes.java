package jmonit.rule;

import static jmonit.rule.Judgements.clear;
import static jmonit.rule.Judgements.tripped;
import static jmonit.rule.Judgements.unknown;

import java.util.Optional;

import jmonit.model.Condition;
import jmonit.model.Principal;
import jmonit.model.Unit;

/** Rules about permission, owner, size and number of names of a path. */
final class PathAttributes {

    private PathAttributes() {
    }

    static Judgement permission(Question question, String expected) {
        var mode = question.sample().readings().text("permission");
        if (mode.isEmpty()) {
            return unknown(question, "no permission");
        }
        var current = "[current permission " + octal(mode.get()) + "]";
        return Integer.parseInt(mode.get(), 8) == Integer.parseInt(expected, 8)
                ? clear(question, "permission test succeeded " + current)
                : tripped(question, "permission test failed for " + path(question) + " " + current);
    }

    private static String octal(String text) {
        return "0".repeat(Math.max(0, 4 - text.length())) + text;
    }

    static Judgement owner(Question question, Condition.DiffersOwner asked) {
        var metric = asked.metric();
        var current = count(question, metric);
        var expected = expected(question, asked);
        if (current.isEmpty() || expected.isEmpty()) {
            return unknown(question, "no " + metric + " to compare");
        }
        // The name of the service, not the path: so says Monit here, and only here.
        return current.get().equals(expected.get())
                ? clear(question, metric + " test succeeded [current " + metric + " = " + current.get() + "]")
                : tripped(question, metric + " test failed for " + question.service().name() + " -- current " + metric + " is " + current.get());
    }

    private static Optional<Long> expected(Question question, Condition.DiffersOwner asked) {
        return switch (asked.expected()) {
            case Principal.Numbered(long id) -> Optional.of(id);
            case Principal.Named(String name) -> count(question, asked.metric() + " of " + name);
            case Principal.Inherited _ -> Optional.empty();
        };
    }

    private static Optional<Long> count(Question question, String metric) {
        return question.sample().readings().amount(metric, Unit.COUNT).map(Double::longValue);
    }

    static Judgement size(Question question, Condition.Threshold asked) {
        var size = question.sample().readings().amount("size", Unit.BYTES);
        if (size.isEmpty()) {
            return unknown(question, "no size");
        }
        var text = Sizes.bytes(size.get());
        return asked.comparison().holds(size.get(), asked.limit().value())
                ? tripped(question, "size test failed for " + path(question) + " -- current size is " + text)
                : clear(question, "size check succeeded [current size = " + text + "]");
    }

    static Judgement links(Question question, Condition.Threshold asked) {
        var links = count(question, "hardlink");
        if (links.isEmpty()) {
            return unknown(question, "no count of hardlinks");
        }
        return asked.comparison().holds(links.get(), asked.limit().value())
                ? tripped(question, "hardlink test failed for " + path(question) + " -- current hardlink count is " + links.get())
                : clear(question, "hardlink test succeeded [current hardlink count = " + links.get() + "]");
    }

    static Judgement permissionChange(Question question) {
        var mode = question.sample().readings().text("permission").map(PathAttributes::octal);
        if (mode.isEmpty()) {
            return unknown(question, "no permission");
        }
        return new Change(question.memory(), mode.get()).judge(question.rule().when(),
                () -> "permission for " + path(question) + " changed from " + question.memory() + " to " + mode.get(),
                () -> "permission not changed for " + path(question));
    }

    static Judgement sizeChange(Question question) {
        var size = question.sample().readings().amount("size", Unit.BYTES);
        if (size.isEmpty()) {
            return unknown(question, "no size");
        }
        var text = Sizes.bytes(size.get());
        return new Change(question.memory(), Long.toString(size.get().longValue())).judge(question.rule().when(),
                () -> "size for " + path(question) + " changed to " + text, () -> "size has not changed [current size = " + text + "]");
    }

    static Judgement linksChange(Question question) {
        var links = count(question, "hardlink").map(String::valueOf);
        if (links.isEmpty()) {
            return unknown(question, "no count of hardlinks");
        }
        return new Change(question.memory(), links.get()).judge(question.rule().when(),
                () -> "hardlink count for " + path(question) + " changed from " + question.memory() + " to " + links.get(),
                () -> "hardlink count has not changed [current hardlink count = " + links.get() + "]");
    }

    private static String path(Question question) {
        return PathJudge.path(question.service());
    }
}
