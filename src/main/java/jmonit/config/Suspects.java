package jmonit.config;

import java.util.ArrayList;
import java.util.List;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Span;

/** What was let pass, but may be why something after it makes no sense. */
final class Suspects {

    private final List<Diagnostic> words = new ArrayList<>();
    private final List<Diagnostic> runaways = new ArrayList<>();

    /** It looks like a mistyped one: if anything goes wrong later on its line, it is to blame. */
    void word(Word word, String meant) {
        words.add(Diagnostic.error(word.span(), "unknown word \"" + word.getText() + "\"", "expected an option or a new statement")
                .help(Wording.didYouMean(meant)).see("control-file"));
    }

    /** This string probably swallowed what follows it: if anything goes wrong later, it is to blame. */
    void runaway(Word string) {
        runaways.add(Strings.runaway(string));
    }

    /** Those of the clause before. */
    void inherit(Suspects before) {
        words.addAll(before.words);
        runaways.addAll(before.runaways);
    }

    /** What to say instead of a complaint, or the complaint where nobody else is to blame. */
    Diagnostic culprit(Diagnostic complaint) {
        return runaways.isEmpty() ? words.stream().filter(s -> sameLine(s, complaint)).findFirst().orElse(complaint) : runaways.getFirst();
    }

    private static boolean sameLine(Diagnostic one, Diagnostic other) {
        Span first = one.labels().getFirst().span();
        Span second = other.labels().getFirst().span();
        return first.source() == second.source() && first.line() == second.line();
    }
}
