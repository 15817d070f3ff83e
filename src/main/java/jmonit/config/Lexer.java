package jmonit.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final Set<String> LIST_HEADS = Set.of("headers", "hostgroups", "hostgroup");
    private static final Set<String> MAIL_FIELDS = Set.of("from", "reply-to", "subject", "message");

    /** What may stand between {@code start} and the quote that opens its program. */
    private static final Pattern BETWEEN = Pattern.compile("[ \\t]*(?i:program)?[ \\t]*=?[ \\t]*");
    private static final int LONGEST_HEAD = 256;

    private final Source source;
    private final String text;
    private final int length;
    private int at;
    private int headEnd = -1;
    private final Context context;

    /** What was read before this place. All texts of a control file share one, so that an included file goes on where the include stands. */
    static final class Context {

        private int previousType = MonitParser.COMMENT;
        private int beforePrevious = MonitParser.COMMENT;
        private String previous = "";
        private boolean programCheck;
        private boolean programOutlet;
        private boolean names;
        private boolean mailFormat;
        private int braces;
    }

    Lexer(Source source) {
        this(source, new Context());
    }

    Lexer(Source source, Context context) {
        this.source = source;
        this.context = context;
        this.text = source.text();
        int nul = text.indexOf('\0');
        this.length = nul < 0 ? text.length() : nul;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /** The next word, comments and noise included; at the end one of type EOF. */
    Word next() {
        skipBlanks();
        if (at >= length) {
            return new Word(source, Word.EOF, length, length, "");
        }
        Word word = read(text.charAt(at));
        if (word.getChannel() == Word.DEFAULT_CHANNEL) {
            remember(word);
        }
        return word;
    }

    private void remember(Word word) {
        context.beforePrevious = context.previousType;
        context.previousType = word.getType();
        context.previous = word.getText();
        switch (context.previousType) {
            case MonitParser.START, MonitParser.STOP, MonitParser.RESTART -> headEnd = word.end();
            case MonitParser.KIND -> context.programCheck = word.is("program");
            case MonitParser.SET, MonitParser.CHECK -> leaveBraces();
            default -> head(word);
        }
    }

    /** After {@code set exec} a name comes first. */
    private void head(Word word) {
        boolean named = context.programOutlet;
        context.programOutlet = context.beforePrevious == MonitParser.SET && word.is("exec");
        boolean head = word.is("exec") || word.is("execute") || context.programCheck && word.is("path");
        headEnd = named || head && !context.programOutlet ? word.end() : headEnd;
    }

    /** A statement ends all braces: one left open spoils no more than its own statement. */
    private void leaveBraces() {
        context.braces = 0;
        context.mailFormat = false;
    }

    /** True where a NUL hides the rest of the text, which Monit takes for its end. */
    boolean endsEarly() {
        return length < text.length();
    }

    private Word read(char c) {
        if (c == '#') {
            return token(MonitParser.COMMENT, lineEnd(at));
        }
        if (context.mailFormat && fieldEnd() > at) {
            return mailField();
        }
        if (expectsName()) {
            return name();
        }
        return switch (c) {
            case '"', '\'' -> string(c);
            case '{' -> brace(MonitParser.OPEN, 1);
            case '}' -> brace(MonitParser.CLOSE, -1);
            case '%' -> token(MonitParser.PERCENT, at + 1);
            case '[' -> listFollows() ? list() : word();
            default -> word();
        };
    }

    private void skipBlanks() {
        while (at < length && isBlank(text.charAt(at))) {
            if (text.charAt(at) == ',' && context.names) {
                context.names = false;
                context.previousType = MonitParser.DEPENDS;
            }
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return switch (c) {
            case ' ', '\t', '\r', '\n', ',', ';', '(', ')' -> true;
            default -> false;
        };
    }

    private static boolean endsWord(char c) {
        return isBlank(c) || c == '"' || c == '\'' || c == '{' || c == '}' || c == '%';
    }

    private Word token(int type, int end) {
        return token(type, end, text.substring(at, end));
    }

    private Word token(int type, int end, String value) {
        var word = new Word(source, type, at, end, value);
        at = end;
        return word;
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 || end > length ? length : end;
    }

    // ---- names

    private boolean expectsName() {
        return context.previousType == MonitParser.CHECK || context.previousType == MonitParser.KIND
                || context.previousType == MonitParser.GROUP || context.previousType == MonitParser.DEPENDS;
    }

    private Word name() {
        if (context.previousType == MonitParser.CHECK && BareProcess.stands(text, at, length)) {
            return token(MonitParser.KIND, at, "process");
        }
        int type = context.previousType == MonitParser.CHECK ? MonitParser.KIND : MonitParser.NAME;
        context.names = context.previousType == MonitParser.DEPENDS;
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            int close = text.indexOf(c, at + 1, lineEnd(at));
            if (close < 0) {
                return token(MonitParser.UNCLOSED, lineEnd(at), text.substring(at + 1, lineEnd(at)));
            }
            return token(type, close + 1, text.substring(at + 1, close));
        }
        return token(type, Math.max(wordEnd(at), at + 1));
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < length && !endsWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    // ---- strings

    private Word string(char quote) {
        boolean command = quote == '"' && opensCommand();
        int close = command ? commandEnd() : text.indexOf(quote, at + 1, length);
        if (close < 0) {
            return token(MonitParser.UNCLOSED, length, text.substring(at + 1, length));
        }
        return token(command ? MonitParser.COMMAND : MonitParser.STRING, close + 1, text.substring(at + 1, close));
    }

    /** {@code start program = "}, {@code exec "} and {@code path "} on one line open a string in which quotes may group arguments. */
    private boolean opensCommand() {
        return headEnd >= 0 && at - headEnd < LONGEST_HEAD && BETWEEN.matcher(text.substring(headEnd, at)).matches();
    }

    /** Within a program's string a piece that begins with ' runs to the next ', double quotes and all. */
    private int commandEnd() {
        boolean pieceStarts = true;
        for (int i = at + 1; i < length; i++) {
            char c = text.charAt(i);
            if (c == '\'' && pieceStarts) {
                int close = text.indexOf('\'', i + 1);
                i = close < 0 ? i : close;
            } else if (c == '"') {
                return i;
            }
            pieceStarts = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        }
        return -1;
    }

    // ---- braces, lists, mail formats

    private Word brace(int type, int change) {
        if (change > 0 && context.previous.equalsIgnoreCase("mail-format")) {
            context.mailFormat = true;
        }
        context.braces = Math.max(0, context.braces + change);
        context.mailFormat &= context.braces > 0;
        return token(type, at + 1);
    }

    private boolean listFollows() {
        return LIST_HEADS.contains(context.previous.toLowerCase(Locale.ROOT));
    }

    private Word list() {
        int close = text.indexOf(']', at, length);
        if (close < 0) {
            return token(MonitParser.UNCLOSED, lineEnd(at), text.substring(at + 1, lineEnd(at)));
        }
        return token(MonitParser.LIST, close + 1, text.substring(at + 1, close));
    }

    /** Where the colon of a mail field stands that begins here; {@code at} where none begins. */
    private int fieldEnd() {
        int colon = at;
        while (colon < length && (Character.isLetter(text.charAt(colon)) || text.charAt(colon) == '-')) {
            colon++;
        }
        boolean field = colon < length && text.charAt(colon) == ':'
                && MAIL_FIELDS.contains(text.substring(at, colon).toLowerCase(Locale.ROOT));
        return field ? colon : at;
    }

    private Word mailField() {
        int colon = fieldEnd();
        boolean message = text.regionMatches(true, at, "message", 0, colon - at);
        int limit = message ? length : lineEnd(colon);
        int close = text.indexOf('}', colon);
        return token(MonitParser.FIELD, close < 0 || close > limit ? limit : close);
    }

    // ---- words

    private Word word() {
        int end = wordEnd(at);
        if (end == at) {
            return token(MonitParser.WORD, at + 1);
        }
        int scheme = text.indexOf("://", at, end);
        if (scheme > at) {
            return url();
        }
        if (end - at > 1 && text.charAt(end - 1) == '=' && end < length && (text.charAt(end) == '"' || text.charAt(end) == '\'')) {
            end--;
        }
        if (text.startsWith("()", end) && text.regionMatches(true, at, "cpu", 0, 3)) {
            end += 2;
        }
        if (context.braces > 0 && !context.mailFormat) {
            int colon = text.indexOf(':', at, end);
            if (colon == at) {
                return token(MonitParser.NOISE, at + 1);
            }
            if (colon > at && isPlainWord(at, colon)) {
                end = colon;
            }
        }
        return keyword(text.substring(at, end), end);
    }

    /** Runs to the next blank; brackets, commas, quotes and percent signs belong to it. */
    private Word url() {
        int end = at;
        while (end < length && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return token(MonitParser.WORD, end);
    }

    private boolean isPlainWord(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
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
            case "check" -> sameLineFollows(end) ? token(MonitParser.CHECK, end, word) : token(MonitParser.WORD, end, word);
            case "include" -> include(end);
            case "group" -> sameLineFollows(end) ? token(MonitParser.GROUP, end, word) : token(MonitParser.WORD, end, word);
            case "depend", "depends" -> depends(end);
            case "not" -> notEvery(end);
            case "restart" -> context.previousType == MonitParser.NUMBER && context.beforePrevious == MonitParser.IF
                    ? token(MonitParser.WORD, end, word) : token(MonitParser.RESTART, end, word);
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

    private int skipSpaces(int from) {
        int next = from;
        while (next < length && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        return next;
    }

    private boolean sameLineFollows(int end) {
        int next = skipSpaces(end);
        return next > end && next < length && text.charAt(next) != '\n' && text.charAt(next) != '\r' && text.charAt(next) != '#';
    }

    private Word depends(int end) {
        if (!sameLineFollows(end)) {
            return token(MonitParser.WORD, end);
        }
        int on = skipSpaces(end);
        boolean takesOn = text.regionMatches(true, on, "on", 0, 2) && sameLineFollows(on + 2);
        return token(MonitParser.DEPENDS, takesOn ? on + 2 : end);
    }

    private Word notEvery(int end) {
        int next = skipSpaces(end);
        boolean every = next > end && text.regionMatches(true, next, "every", 0, 5) && wordEnd(next) == next + 5;
        return every ? token(MonitParser.NOT_EVERY, next + 5) : token(MonitParser.WORD, end);
    }

    /** The path belongs to the word: {@code include} is no statement but a place in the text. */
    private Word include(int end) {
        int from = end;
        while (from < length && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        if (from >= length || from > lineEnd(end) && "/.\"'".indexOf(text.charAt(from)) < 0) {
            // Monit takes the next line's first word for the path, whatever it is.
            return token(MonitParser.INCLUDE, end, "");
        }
        char c = text.charAt(from);
        int close = c == '"' || c == '\'' ? text.indexOf(c, from + 1) : -1;
        if (close > 0 && close < lineEnd(from)) {
            return token(MonitParser.INCLUDE, close + 1, text.substring(from + 1, close));
        }
        int to = from;
        while (to < length && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        return token(MonitParser.INCLUDE, to, text.substring(from, to));
    }
}
