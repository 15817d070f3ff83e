package jmonit.rule;

/** A verdict, and what the rule remembers for the next one: the size a file had, the pid a process had. Empty is nothing. */
public record Judgement(Verdict verdict, String memory) {

    public static Judgement of(Verdict verdict) {
        return new Judgement(verdict, "");
    }
}
