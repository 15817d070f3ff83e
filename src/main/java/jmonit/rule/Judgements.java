package jmonit.rule;

/** Judgements that keep what the rule remembers. */
final class Judgements {

    private Judgements() {
    }

    static Judgement unknown(Question question, String because) {
        return new Judgement(new Verdict.Unknown(because), question.memory());
    }

    static Judgement tripped(Question question, String because) {
        return new Judgement(new Verdict.Tripped(because), question.memory());
    }

    static Judgement clear(Question question, String because) {
        return new Judgement(new Verdict.Clear(because), question.memory());
    }
}
