package jmonit.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a program shows now against what it showed last. The first look only remembers. */
record ProgramChange(String before, String now, String changed, String unchanged) {

    static ProgramChange of(String metric, Question question) {
        var end = new ProgramEnd(question.sample().readings());
        return metric.equals("status") ? status(question.memory(), end) : content(question.memory(), end);
    }

    private static ProgramChange status(String before, ProgramEnd end) {
        var now = Long.toString(end.status());
        return new ProgramChange(before, now, "status changed (" + before + " -> " + now + ") -- " + end.shown(),
                "status didn't change (" + now + ") -- " + end.shown());
    }

    private static ProgramChange content(String before, ProgramEnd end) {
        return new ProgramChange(before, digest(end.output()), "content changed on program output:\n" + end.output() + "\n",
                "content didn't change on program output:\n" + end.output() + "\n");
    }

    /** Outputs may be long, and what is remembered is written down every cycle. */
    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Judgement judgement(boolean tripsOnChange) {
        return new Judgement(verdict(tripsOnChange), now);
    }

    private Verdict verdict(boolean tripsOnChange) {
        if (before.isEmpty()) {
            return new Verdict.Unknown("there is nothing to compare with yet");
        }
        var same = before.equals(now);
        var because = same ? unchanged : changed;
        return same != tripsOnChange ? new Verdict.Tripped(because) : new Verdict.Clear(because);
    }
}
