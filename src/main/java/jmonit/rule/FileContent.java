package jmonit.rule;

import static jmonit.rule.Judgements.clear;
import static jmonit.rule.Judgements.tripped;
import static jmonit.rule.Judgements.unknown;

import java.util.Optional;

import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Reading;
import jmonit.model.Unit;

/** Rules about the bytes of a file: its checksum, the lines that were added. */
final class FileContent {

    private FileContent() {
    }

    /** Where no sum is written, the first one seen is what all others should be. */
    static Judgement sum(Question question, Condition.DiffersSum asked) {
        var sum = question.sample().readings().text("checksum");
        if (sum.isEmpty()) {
            return unknown(question, "no checksum");
        }
        var first = question.memory().isEmpty() ? sum.get() : question.memory();
        var expected = asked.expected().isEmpty() ? first : asked.expected();
        var verdict = sum.get().equals(expected)
                ? new Verdict.Clear("checksum is valid")
                : new Verdict.Tripped("checksum failed, expected " + expected + " got " + sum.get());
        return new Judgement(verdict, first);
    }

    static Judgement sumChange(Question question) {
        var sum = question.sample().readings().text("checksum");
        if (sum.isEmpty()) {
            return unknown(question, "no checksum");
        }
        return new Change(question.memory(), sum.get()).judge(question.rule().when(), () -> "checksum changed to " + sum.get(),
                () -> "checksum has not changed");
    }

    static Judgement lines(Question question) {
        if (!(question.sample().answers().get(question.index()) instanceof Answer.Lines lines)) {
            return unknown(question, "the content could not be read");
        }
        return lines.count() == 0
                ? clear(question, "content doesn't match")
                : tripped(question, "content match:\n" + String.join("\n", lines.shown()) + "\n");
    }

    /** Why the bytes that rules ask for could not be read. */
    static Optional<String> unread(Question question, String path) {
        if (question.sample().readings().has("checksum", Unit.COUNT)
                && question.sample().readings().of("checksum") instanceof Reading.Absent(String because)) {
            return Optional.of("cannot compute checksum for " + path + " -- " + because);
        }
        return question.sample().answers().values().stream().filter(Answer.Failed.class::isInstance).map(Answer.Failed.class::cast)
                .map(Answer.Failed::because).findFirst();
    }
}
