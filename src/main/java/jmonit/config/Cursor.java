package jmonit.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Span;
import jmonit.model.Origin;

/**
 * A place among the words of one clause. It remembers which words would have been welcome here, so that the complaint about the one that was
 * not can name them; after the first complaint it is spent: it offers no more words and adds no more complaints.
 */
final class Cursor {

    private static final List<String> STATEMENTS = List.of("set", "check", "include");
    static final List<String> CLAUSES = List.of("if", "start", "stop", "restart", "alert", "noalert", "every", "not", "mode", "onreboot",
            "group", "depends", "depend", "ignore", "set", "check", "include");
    private static final List<String> NEEDS_NAME = List.of("depends", "depend", "group", "check");

    private final List<Word> words;
    private int to;
    private final Found found;
    private final boolean inService;
    private final List<String> welcome = new ArrayList<>();
    private int at;
    private boolean spent;
    private final Suspects suspects = new Suspects();
    private final HalfPhrases halfPhrases = new HalfPhrases();

    /** Reads {@code words} from {@code from} up to, but not with, {@code to}; the word at {@code to} exists and ends the clause. */
    Cursor(List<Word> words, int from, int to, boolean inService, Found found) {
        this.words = new ArrayList<>(words.subList(Math.max(0, from - 1), to + 1));
        this.at = Math.min(from, 1);
        this.to = this.words.size() - 1;
        this.inService = inService;
        this.found = found;
    }

    boolean spent() {
        return spent;
    }

    boolean more() {
        return !spent && at < to;
    }

    Word peek() {
        return words.get(Math.min(at, words.size() - 1));
    }

    /** The word after the next, or the one that ends the statement. */
    Word peek(int ahead) {
        return words.get(Math.clamp(at + ahead, 0, words.size() - 1));
    }

    /** Complains if this first word of a line, where a list goes on, looks like a mistyped statement. */
    boolean headOfLineAfter(Word word) {
        return at > 2 && headOfLine(word);
    }

    Word previous() {
        return words.get(Math.max(0, Math.min(at, words.size()) - 1));
    }

    Word next() {
        Word word = peek();
        at++;
        welcome.clear();
        halfPhrases.pass(word);
        return word;
    }

    boolean at(String word) {
        welcome.add(word);
        return more() && peek().is(word);
    }

    boolean at(int type) {
        return more() && peek().getType() == type;
    }

    boolean atAny(Collection<String> choice) {
        boolean here = false;
        for (String word : choice) {
            here |= at(word);
        }
        return here;
    }

    boolean take(String word) {
        boolean here = at(word);
        if (here) {
            next();
        }
        return here;
    }

    boolean takeAny(Collection<String> choice) {
        for (String word : choice) {
            if (take(word)) {
                return true;
            }
        }
        return false;
    }

    boolean take(int type) {
        boolean here = at(type);
        if (here) {
            next();
        }
        return here;
    }

    /** Takes a phrase such as "total memory": all of its words or none. */
    boolean takePhrase(String phrase) {
        int from = 0;
        int taken = 0;
        while (from < phrase.length()) {
            int blank = phrase.indexOf(' ', from);
            int end = blank < 0 ? phrase.length() : blank;
            if (!continues(phrase, from, end, taken)) {
                missed(phrase, from, end, taken);
                return false;
            }
            taken++;
            from = end + 1;
        }
        for (int i = 0; i < taken; i++) {
            next();
        }
        return true;
    }

    private boolean continues(String phrase, int from, int end, int ahead) {
        if (spent || at + ahead >= to) {
            return false;
        }
        Word word = words.get(at + ahead);
        return word.getText().length() == end - from && !word.quoted() && phrase.regionMatches(true, from, word.getText(), 0, end - from);
    }

    private void missed(String phrase, int from, int end, int taken) {
        if (taken == 0) {
            welcome.add(phrase.substring(from, end));
        } else if (at + taken < to) {
            halfPhrases.add(words.get(at + taken), phrase.substring(from, end));
        }
    }

    boolean takeAnyPhrase(Collection<String> phrases) {
        for (String phrase : phrases) {
            if (takePhrase(phrase)) {
                return true;
            }
        }
        return false;
    }

    // ---- words written without the blank that Monit wants between them

    /** Whether a number with its unit glued to it stands here: 15s, 100MB. */
    boolean gluedNumber() {
        return at(MonitParser.WORD) && Glue.isNumber(peek());
    }

    /** Parts such a number from its unit. */
    void unglue() {
        if (gluedNumber()) {
            replace(at, Glue.number(peek()));
        }
    }

    /** Parts cpu>50 and the like, from here to the end. */
    void unglueComparisons() {
        for (int i = at; i < to; i++) {
            replace(i, Glue.comparison(words.get(i)));
        }
    }

    /** Parts {@code =error} here, but leaves alone what follows. */
    void unglueComparison() {
        if (more()) {
            replace(at, Glue.comparison(peek()));
        }
    }

    private void replace(int position, List<Word> parts) {
        words.remove(position);
        words.addAll(position, parts);
        to += parts.size() - 1;
    }

    void welcome(Collection<String> words) {
        welcome.addAll(words);
    }

    Origin origin() {
        return origin(peek());
    }

    static Origin origin(Word word) {
        return new Origin(word.source().name(), word.getLine());
    }

    // ---- values

    /** A word or string that stands for a value, whatever it says. */
    String value(String what) {
        if (!more() || !isValue(peek())) {
            expected(what);
            return "";
        }
        Word word = next();
        Strings.check(this, word);
        return Quotes.text(word);
    }

    /** A value that is a path, which no line end can be part of. */
    String path(String what) {
        Word word = peek();
        String path = value(what);
        if (word.quoted() && word.getText().indexOf('\n') >= 0) {
            complain(Strings.runaway(word));
        }
        return path;
    }

    /** A word or string that may not be one of the language's own words unless it is quoted, as Monit wants it. */
    String strictValue(String what) {
        if (more() && !peek().quoted() && Reserved.is(peek().getText())) {
            Word word = peek();
            complain(Diagnostic.error(word.span(), "\"" + word.getText() + "\" is a word of the language", "expected " + what)
                    .help("put it in quotes: \"" + word.getText() + "\"").see("reserved-words"));
            return "";
        }
        return value(what);
    }

    private static boolean isValue(Word word) {
        return switch (word.getType()) {
            case MonitParser.OPEN, MonitParser.CLOSE, MonitParser.PERCENT, MonitParser.COMPARATOR, MonitParser.LIST, MonitParser.FIELD, Word.EOF ->
                    false;
            default -> true;
        };
    }

    // ---- complaints

    /** What was let pass and may be to blame for what comes. */
    Suspects suspects() {
        return suspects;
    }

    void complain(Diagnostic diagnostic) {
        if (!spent) {
            found.add(suspects.culprit(diagnostic));
        }
        spent = true;
    }

    void warn(Diagnostic diagnostic) {
        if (!spent) {
            found.add(diagnostic);
        }
    }

    /** A span for what is missing: the next word, or the end of the last one where nothing follows on its line. */
    Span here() {
        Word next = peek();
        Word last = previous();
        boolean sameLine = at < to || next.source() == last.source() && next.getLine() == last.getLine();
        return at > 0 && (!sameLine || next.getType() == Word.EOF) ? new Span(last.source(), last.end(), last.end()) : next.span();
    }

    /** Something particular should stand here. */
    void expected(String what) {
        Word word = peek();
        if (halfPhrase()) {
            return;
        }
        if (!more() || word.getType() == Word.EOF) {
            complain(Diagnostic.error(here(), "something is missing after \"" + previous().getText() + "\"", "expected " + what));
            return;
        }
        Diagnostic complaint = Diagnostic.error(word.span(), "\"" + word.getText() + "\" is not " + what, "expected " + what);
        complain(suggest(word).map(s -> complaint.help(Wording.didYouMean(s))).orElse(complaint));
    }

    /** Nothing that may stand here was found: names the choice. */
    void unknown(String what, String topic) {
        Word word = peek();
        if (!more()) {
            complain(Diagnostic.error(here(), "something is missing after \"" + previous().getText() + "\"", "expected " + choice())
                    .see(topic));
            return;
        }
        if (headOfLine(word) || halfPhrase() || Strings.blank(this, word)) {
            return;
        }
        Diagnostic complaint = Diagnostic.error(word.span(), "unknown " + what + " \"" + word.getText() + "\"", "expected " + choice());
        complain(suggest(word).map(s -> complaint.help(Wording.didYouMean(s))).orElse(complaint).see(topic));
    }

    /** A word too many at the end of a clause. */
    void unexpected(String after, String topic) {
        if (!more()) {
            return;
        }
        Word word = peek();
        if (headOfLine(word) || halfPhrase() || Strings.blank(this, word)) {
            return;
        }
        Optional<String> near = suggest(word);
        if (near.isEmpty() && inService) {
            near = Wording.guess(word, CLAUSES);
        }
        Diagnostic complaint = Diagnostic.error(word.span(), "\"" + word.getText() + "\" has no meaning here",
                near.isPresent() ? "expected an option or a new statement" : "nothing more was expected after " + after);
        complain(near.map(s -> complaint.help(Wording.didYouMean(s))).orElse(complaint).see(topic));
    }

    /** Complains about the word that breaks off a phrase, if it looks like one that would go on. */
    boolean halfPhrase() {
        Optional<Diagnostic> complaint = halfPhrases.complaint();
        complaint.ifPresent(this::complain);
        return complaint.isPresent();
    }

    /** The first word of a line is more likely a mistyped statement than a wrong option of the line before. */
    boolean headOfLine(Word word) {
        if (!word.startsLine() || word.quoted()) {
            return false;
        }
        if (NEEDS_NAME.contains(word.getText().toLowerCase(Locale.ROOT))) {
            complain(Diagnostic.error(word.span(), "\"" + word.getText() + "\" needs a name", "expected a name on the same line").see("services"));
            return true;
        }
        List<String> heads = inService ? CLAUSES : STATEMENTS;
        Optional<String> near = Wording.guess(word, heads);
        if (near.isEmpty() || suggest(word).isPresent() && !near.equals(suggest(word))) {
            return false;
        }
        complain(Diagnostic.error(word.span(), "unknown statement \"" + word.getText() + "\"",
                "expected a statement: " + Wording.list(heads)).help(Wording.didYouMean(near.get())).see("control-file"));
        return true;
    }

    Optional<String> suggest(Word word) {
        return Wording.guess(word, welcome);
    }

    private String choice() {
        return Wording.list(welcome);
    }
}
