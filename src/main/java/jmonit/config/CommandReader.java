package jmonit.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Span;
import jmonit.model.Command;
import jmonit.model.Principal;
import jmonit.model.RunAs;

/** Reads a program with its arguments, and the user, group and timeout that may follow. */
final class CommandReader {

    static final int MOST_ARGUMENTS = 62;
    private static final List<String> OPTIONS = List.of("uid", "gid", "timeout", "repeat");
    private static final List<String> LIKELY = List.of("uid", "gid", "timeout", "repeat", "every", "then", "else", "with", "using", "and", "as");

    private final Cursor c;
    private final Values values;
    private String swallowedLine = "";

    CommandReader(Cursor cursor) {
        this.c = cursor;
        this.values = new Values(cursor);
    }

    /** {@code "/bin/x a b" as uid u and gid g with timeout 30 seconds}; {@code usual} is the timeout where none is written. */
    Optional<Command> command(Duration usual) {
        List<String> words = words();
        if (c.spent()) {
            return Optional.empty();
        }
        RunAs runAs = runAs();
        Duration timeout = c.take("timeout") ? values.time("the timeout") : usual;
        return c.spent() ? Optional.empty() : Optional.of(new Command(words, runAs, timeout));
    }

    RunAs runAs() {
        Principal user = Principal.INHERITED;
        Principal group = Principal.INHERITED;
        while (c.more()) {
            if (c.take("uid")) {
                user = values.principal("a user");
            } else if (c.take("gid")) {
                group = values.principal("a group");
            } else {
                break;
            }
        }
        return new RunAs(user, group);
    }

    /** The program and its arguments, up to the next word of the language. */
    List<String> words() {
        c.take(MonitParser.COMPARATOR);
        Word program = c.peek();
        checkNoise(program);
        if (c.more() && Strings.startsTypographic(program)) {
            c.complain(Diagnostic.error(program.span(), "\"" + program.getText().charAt(0) + "\" is a typographic quote", "expected a plain quote")
                    .help("write \" instead").see("strings"));
            return List.of();
        }
        if (!c.more() || !startsProgram(program)) {
            c.expected("a program");
            return List.of();
        }
        c.next();
        var words = new ArrayList<>(split(program));
        Optional<Diagnostic> fault = fault(program, words);
        if (fault.isPresent()) {
            c.complain(fault.get());
            return List.of();
        }
        warn(program, words);
        arguments(program, words);
        return words;
    }

    private static Optional<Diagnostic> fault(Word program, List<String> words) {
        if (words.isEmpty()) {
            return Optional.of(Diagnostic.error(program.span(), "this string names no program", "expected a path").see("programs"));
        }
        if (program.getType() != MonitParser.COMMAND) {
            return Optional.empty();
        }
        if (words.contains("'")) {
            return Optional.of(Diagnostic.error(program.span(), "a single quote in this command is not closed", "expected another \"'\"")
                    .see("programs"));
        }
        return words.size() > MOST_ARGUMENTS + 1 ? Optional.of(tooMany(program.span())) : Optional.empty();
    }

    private void warn(Word program, List<String> words) {
        if (program.getType() == MonitParser.UNCLOSED) {
            c.warn(unclosed(program));
        } else if (program.getType() == MonitParser.COMMAND) {
            warnOfRunaway(program);
        } else if (words.getFirst().isEmpty()) {
            c.warn(Diagnostic.warning(program.span(), "this string names no program", "nothing can be run").see("programs"));
        }
    }

    private static Diagnostic tooMany(Span at) {
        return Diagnostic.error(at, "this program has too many arguments", "at most " + MOST_ARGUMENTS + " are possible").see("programs");
    }

    /** {@code start progarm = "…"}: the noise word is the likelier meaning. */
    private void checkNoise(Word word) {
        if (!c.more() || word.quoted() || near(word, List.of("program")).isEmpty()) {
            return;
        }
        Word next = c.peek(1);
        if (next.getType() == MonitParser.COMPARATOR) {
            c.complain(Diagnostic.error(word.span(), "unknown word \"" + word.getText() + "\"", "expected a program")
                    .help(Wording.didYouMean("program")).see("programs"));
        } else if (next.quoted()) {
            c.warn(Diagnostic.warning(word.span(), "\"" + word.getText() + "\" is read as the program itself", "what follows are its arguments")
                    .help(Wording.didYouMean("program")).see("programs"));
        }
    }

    private static boolean startsProgram(Word word) {
        return word.quoted() || word.getType() == MonitParser.WORD && !Reserved.is(word.getText()) && !word.getText().equals(":");
    }

    private void arguments(Word program, List<String> words) {
        while (c.more() && isArgument(c.peek())) {
            Word word = c.peek();
            if (words.size() > MOST_ARGUMENTS) {
                c.complain(tooMany(word.span()).and(program.span(), "the program"));
                return;
            }
            warnOfSwallowed(program, word);
            c.next();
            Strings.checkEnds(c, word);
            words.add(Quotes.text(word));
        }
        c.welcome(OPTIONS);
    }

    private static boolean isArgument(Word word) {
        return switch (word.getType()) {
            case MonitParser.STRING, MonitParser.COMMAND -> true;
            case MonitParser.WORD -> !Reserved.is(word.getText()) && !word.getText().contains("@") && !word.getText().contains("://");
            default -> false;
        };
    }

    /** What is between the quotes, cut at blanks; a piece in single quotes stays together, unless more is glued to it. */
    static List<String> split(Word program) {
        if (!program.quoted()) {
            return List.of(program.getText());
        }
        String text = program.getType() == MonitParser.COMMAND ? program.getText() : Quotes.text(program);
        var pieces = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            int close = text.charAt(at) == '\'' ? text.indexOf('\'', at + 1) + 1 : 0;
            int end = Math.max(close, pieceEnd(text, at));
            String piece = text.substring(at, end);
            pieces.add(end == close ? Quotes.read(piece) : piece);
            at = end;
        }
        return pieces.isEmpty() && program.getType() == MonitParser.STRING ? List.of("") : pieces;
    }

    private static int pieceEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    // ---- warnings

    private static Diagnostic unclosed(Word string) {
        return Diagnostic.warning(string.span(), "this string has no closing quote", "everything from here to the end of the file is read as text")
                .help(Strings.addQuote(string)).see("strings");
    }

    /** A string that swallows a line which looks like a statement lacks its closing quote. */
    private void warnOfRunaway(Word string) {
        if (Strings.swallowsStatement(string)) {
            c.suspects().runaway(string);
            c.warn(Diagnostic.warning(string.span(), "this string runs over the end of its line", "starts here")
                    .help(Strings.addQuote(string)).see("strings"));
        }
    }

    /** Words behind the program are arguments for Monit, even whole lines that somebody mistyped. */
    private void warnOfSwallowed(Word program, Word word) {
        String line = word.source().name() + ":" + word.getLine();
        boolean later = word.getLine() != program.getLine() && word.startsLine();
        Optional<String> near = near(word, later ? Cursor.CLAUSES : LIKELY).or(() -> near(word, later ? LIKELY : Cursor.CLAUSES));
        near.ifPresent(meant -> c.suspects().word(word, meant));
        boolean suspicious = later || near.isPresent() || program.quoted() && !word.quoted();
        if (!suspicious || line.equals(swallowedLine)) {
            return;
        }
        swallowedLine = line;
        Diagnostic warning = Diagnostic.warning(word.span(), "\"" + word.getText() + "\" is read as an argument of the program",
                later ? "nothing ends the program before this line" : "expected an option or a new statement here")
                .and(program.span(), "the program");
        c.warn(near.map(n -> warning.help(Wording.didYouMean(n))).orElse(warning.help("put the whole command between quotes")).see("programs"));
    }

    private static Optional<String> near(Word word, Collection<String> candidates) {
        return Wording.guess(word, candidates);
    }
}
