package jmonit.config;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import jmonit.diagnostic.Source;

/**
 * Cuts one text into words. What ends a word depends on what stands before it: any word may be a name after {@code check file}, quotes nest
 * in a program's string, and {@code from:} takes its whole line. ANTLR's own lexer would need a mode for each and read half as fast.
 */
final class Lexer {

    private static final Map<String, Integer> HEADS = Map.ofEntries(
            Map.entry("set", MonitParser.SET), Map.entry("if", MonitParser.IF), Map.entry("then", MonitParser.THEN),
            Map.entry("else", MonitParser.ELSE), Map.entry("start", MonitParser.START), Map.entry("stop", MonitParser.STOP),
            Map.entry("restart", MonitParser.RESTART), Map.entry("alert", MonitParser.ALERT), Map.entry("noalert", MonitParser.NOALERT),
            Map.entry("every", MonitParser.EVERY), Map.entry("repeat", MonitParser.REPEAT), Map.entry("mode", MonitParser.MODE),
            Map.entry("onreboot", MonitParser.ONREBOOT), Map.entry("ignore", MonitParser.IGNORE));
    private static final Map<String, Integer> COMPARATORS = Map.of(">", MonitParser.COMPARATOR, "<", MonitParser.COMPARATOR,
            ">=", MonitParser.COMPARATOR, "<=", MonitParser.COMPARATOR, "=", MonitParser.COMPARATOR, "==", MonitParser.COMPARATOR,
            "!=", MonitParser.COMPARATOR, "<>", MonitParser.COMPARATOR);

    /** What may stand between {@code start} and the quote that opens its program. */
    private static final Pattern BETWEEN = Pattern.compile("[ \\t]*(?i:program)?[ \\t]*=?[ \\t]*");
    private static final int LONGEST_HEAD = 256;

    private final Source source;
    private final String text;
    private final int length;
    private final Ends ends;
    private final Stretch stretch;
    private final Preceding preceding;
    private int at;
    /** Of the last word that leads to a program. */
    private int headEnd = -1;

    Lexer(Source source) {
        this(source, new Preceding());
    }

    Lexer(Source source, Preceding preceding) {
        this.source = source;
        this.preceding = preceding;
        this.text = source.text();
        int nul = text.indexOf('\0');
        this.length = nul < 0 ? text.length() : nul;
        this.ends = new Ends(text, length);
        this.stretch = new Stretch(text, ends);
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /** The next word, comments and noise included; at the end one of type EOF. */
    Word next() {
        skipBlanks();
        if (at >= length) {
            return new Word(source, Word.EOF, length, length, "");
        }
        Word word = read(text.charAt(at));
        if (word.getChannel() == Word.DEFAULT_CHANNEL && preceding.take(word)) {
            headEnd = word.end();
        }
        return word;
    }

    /** True where a NUL hides the rest of the text, which Monit takes for its end. */
    boolean endsEarly() {
        return length < text.length();
    }

    private Word read(char c) {
        if (c == '#') {
            return token(MonitParser.COMMENT, ends.line(at));
        }
        if (preceding.inMailFormat() && ends.field(at) > at) {
            return mailField();
        }
        if (preceding.wantsName()) {
            return name();
        }
        return switch (c) {
            case '"', '\'' -> string(c);
            case '{' -> open();
            case '}' -> close();
            case '%' -> token(MonitParser.PERCENT, at + 1);
            case '[' -> preceding.wantsList() ? list() : word();
            default -> word();
        };
    }

    private void skipBlanks() {
        while (at < length && Ends.isBlank(text.charAt(at))) {
            if (text.charAt(at) == ',') {
                preceding.comma();
            }
            at++;
        }
    }

    private Word token(int type, int end) {
        return token(type, end, text.substring(at, end));
    }

    private Word token(int type, int end, String value) {
        var word = new Word(source, type, at, end, value);
        at = end;
        return word;
    }

    // ---- names

    private Word name() {
        if (preceding.wantsKind() && BareProcess.stands(text, at, length)) {
            return token(MonitParser.KIND, at, "process");
        }
        int type = preceding.wantsKind() ? MonitParser.KIND : MonitParser.NAME;
        preceding.named();
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            int close = text.indexOf(c, at + 1, ends.line(at));
            if (close < 0) {
                return token(MonitParser.UNCLOSED, ends.line(at), text.substring(at + 1, ends.line(at)));
            }
            return token(type, close + 1, text.substring(at + 1, close));
        }
        return token(type, Math.max(ends.word(at), at + 1));
    }

    // ---- strings

    private Word string(char quote) {
        boolean command = quote == '"' && opensCommand();
        int close = command ? ends.command(at) : text.indexOf(quote, at + 1, length);
        if (close < 0) {
            return token(MonitParser.UNCLOSED, length, text.substring(at + 1, length));
        }
        return token(command ? MonitParser.COMMAND : MonitParser.STRING, close + 1, text.substring(at + 1, close));
    }

    /** {@code start program = "}, {@code exec "} and {@code path "} on one line open a string in which quotes may group arguments. */
    private boolean opensCommand() {
        return headEnd >= 0 && at - headEnd < LONGEST_HEAD && BETWEEN.matcher(text.substring(headEnd, at)).matches();
    }

    // ---- braces, lists, mail formats

    private Word open() {
        preceding.open();
        return token(MonitParser.OPEN, at + 1);
    }

    private Word close() {
        preceding.close();
        return token(MonitParser.CLOSE, at + 1);
    }

    private Word list() {
        int close = text.indexOf(']', at, length);
        if (close < 0) {
            return token(MonitParser.UNCLOSED, ends.line(at), text.substring(at + 1, ends.line(at)));
        }
        return token(MonitParser.LIST, close + 1, text.substring(at + 1, close));
    }

    private Word mailField() {
        int colon = ends.field(at);
        boolean message = text.regionMatches(true, at, "message", 0, colon - at);
        int limit = message ? length : ends.line(colon);
        int close = text.indexOf('}', colon);
        return token(MonitParser.FIELD, close < 0 || close > limit ? limit : close);
    }

    // ---- words

    private Word word() {
        int end = stretch.end(at);
        if (end == at) {
            return token(MonitParser.WORD, at + 1);
        }
        if (stretch.isAddress(at)) {
            return token(MonitParser.WORD, ends.piece(at));
        }
        if (end - at > 1 && text.charAt(end - 1) == '=' && end < length && (text.charAt(end) == '"' || text.charAt(end) == '\'')) {
            end--;
        }
        if (text.startsWith("()", end) && text.regionMatches(true, at, "cpu", 0, 3)) {
            end += 2;
        }
        if (preceding.inOptions()) {
            if (text.charAt(at) == ':') {
                return token(MonitParser.NOISE, at + 1);
            }
            end = stretch.option(at, end);
        }
        return keyword(text.substring(at, end), end);
    }

    private Word keyword(String word, int end) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (Noise.is(lower)) {
            return token(MonitParser.NOISE, end, word);
        }
        if (Character.isDigit(word.charAt(0)) && isNumber(word)) {
            return token(MonitParser.NUMBER, end, word);
        }
        return switch (lower) {
            case "check" -> token(ends.sameLineFollows(end) ? MonitParser.CHECK : MonitParser.WORD, end, word);
            case "include" -> include(end);
            case "group" -> token(ends.sameLineFollows(end) ? MonitParser.GROUP : MonitParser.WORD, end, word);
            case "depend", "depends" -> depends(end);
            case "not" -> notEvery(end);
            case "restart" -> token(preceding.counts() ? MonitParser.WORD : MonitParser.RESTART, end, word);
            default -> token(HEADS.getOrDefault(lower, COMPARATORS.getOrDefault(lower, MonitParser.WORD)), end, word);
        };
    }

    private static boolean isNumber(String word) {
        int dots = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            dots += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return dots <= 1 && !word.endsWith(".");
    }

    private Word depends(int end) {
        if (!ends.sameLineFollows(end)) {
            return token(MonitParser.WORD, end);
        }
        int on = ends.spaces(end);
        boolean takesOn = text.regionMatches(true, on, "on", 0, 2) && ends.sameLineFollows(on + 2);
        return token(MonitParser.DEPENDS, takesOn ? on + 2 : end);
    }

    private Word notEvery(int end) {
        int next = ends.spaces(end);
        boolean every = next > end && text.regionMatches(true, next, "every", 0, 5) && ends.word(next) == next + 5;
        return every ? token(MonitParser.NOT_EVERY, next + 5) : token(MonitParser.WORD, end);
    }

    /** The path belongs to the word: {@code include} is no statement but a place in the text. */
    private Word include(int end) {
        int from = ends.whitespace(end);
        if (from >= length || from > ends.line(end) && "/.\"'".indexOf(text.charAt(from)) < 0) {
            // Monit takes the next line's first word for the path, whatever it is.
            return token(MonitParser.INCLUDE, end, "");
        }
        char c = text.charAt(from);
        int close = c == '"' || c == '\'' ? text.indexOf(c, from + 1) : -1;
        if (close > 0 && close < ends.line(from)) {
            return token(MonitParser.INCLUDE, close + 1, text.substring(from + 1, close));
        }
        int to = ends.piece(from);
        return token(MonitParser.INCLUDE, to, text.substring(from, to));
    }
}
