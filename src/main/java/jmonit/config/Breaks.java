package jmonit.config;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import jmonit.config.Paragraph.Kind;

/** Where the lines of one paragraph may end, and where they must; and where its braces close. */
final class Breaks {

    /** How much a piece wants to begin a line. */
    enum Level {
        NEVER,
        /** If the line is too long even without the places before them. */
        LATER,
        /** If the line is too long. */
        FIRST,
        ALWAYS
    }

    private static final Set<String> CONNECTION = Set.of("host", "url", "unixsocket", "unix", "address", "ipv4", "ipv6", "ssl", "tls",
            "sslauto", "certificate", "certmd5", "send", "expect", "request", "content", "status", "method", "hostheader", "timeout",
            "retry", "responsetime", "username", "password", "checksum", "count", "json", "hostkey", "domain");
    private static final Set<String> SUBJECT = Set.of("pidfile", "matching", "match", "path", "address", "interface");
    private static final Set<String> HTTPD = Set.of("port", "address", "unixsocket", "unix", "allow", "ssl", "tls", "pemfile",
            "clientpemfile", "allowselfcertification", "signature", "disable", "enable");
    private static final Set<String> MAIL = Set.of("username", "password", "ssl", "tls", "sslauto", "tlsv1", "tlsv11", "tlsv12", "tlsv13",
            "certificate", "timeout", "hostname");
    private static final Set<String> COLLECTOR = Set.of("timeout", "register", "ssl", "tls", "certificate", "hostgroups");
    /** Words that belong to the one before them where they might otherwise begin something. */
    private static final Set<String> PAIRS = Set.of("certificate checksum", "rsakey checksum", "md5 checksum", "sha1 checksum",
            "disable signature", "enable signature", "signature disable", "signature enable", "ssl enable", "ssl disable");

    private final Paragraph paragraph;
    private final List<Piece> pieces;
    private final Level[] levels;
    private final int[] closes;
    private final boolean httpd;
    private Piece before;
    private boolean then;

    Breaks(Paragraph paragraph) {
        this.paragraph = paragraph;
        this.pieces = paragraph.pieces();
        this.levels = new Level[pieces.size()];
        this.closes = new int[pieces.size()];
        this.before = paragraph.first();
        this.httpd = isSetting("httpd");
        Arrays.fill(levels, Level.NEVER);
        matchBraces();
        mark();
    }

    Level level(int at) {
        return levels[at];
    }

    /** Where the brace closes that opens at {@code at}; {@code at} itself for any other piece, or if it never does. */
    int close(int at) {
        return closes[at];
    }

    private void matchBraces() {
        Arrays.setAll(closes, i -> i);
        int open = -1;
        for (int i = 0; paragraph.kind() != Kind.STRAY && i < closes.length; i++) {
            if (pieces.get(i).is(MonitParser.OPEN) && open < 0) {
                open = i;
            } else if (pieces.get(i).is(MonitParser.CLOSE) && open >= 0) {
                closes[open] = i;
                open = -1;
            }
        }
    }

    private void mark() {
        int braceEnd = 0;
        for (int i = 0; i < levels.length; i++) {
            boolean inBraces = i < braceEnd;
            braceEnd = Math.max(braceEnd, closes[i]);
            if (i > 0 && (mustBegin(i) || !inBraces && stays(i))) {
                levels[i] = Level.ALWAYS;
            } else if (i > 0 && !inBraces) {
                Level wish = wish(i);
                mark(i, wish != Level.NEVER && PAIRS.contains(before.text() + " " + pieces.get(i).text()) ? Level.NEVER : wish);
            }
            if (pieces.get(i).matters()) {
                before = pieces.get(i);
                then |= before.is(MonitParser.THEN);
            }
        }
    }

    /** Noise and an opening parenthesis go with the word behind them. */
    private void mark(int at, Level level) {
        int from = at;
        while (level != Level.NEVER && from > 1 && leads(pieces.get(from - 1)) && levels[from] != Level.ALWAYS) {
            from--;
        }
        levels[from] = levels[from].compareTo(level) < 0 ? level : levels[from];
    }

    private boolean leads(Piece piece) {
        boolean noise = piece.is(MonitParser.NOISE) && !(httpd && piece.text().equals("and"));
        return noise || piece.punctuation("(");
    }

    private boolean mustBegin(int at) {
        Piece piece = pieces.get(at);
        Piece last = pieces.get(at - 1);
        boolean afterInclude = last.is(MonitParser.INCLUDE) && !piece.comment() && !piece.is(Piece.PUNCTUATION);
        return last.comment() || piece.ownLineComment() || afterInclude;
    }

    /** A rule within a setting is one whose check was mistyped. */
    private boolean stays(int at) {
        Piece piece = pieces.get(at);
        boolean lost = paragraph.kind() == Kind.SET && piece.is(MonitParser.IF);
        return piece.startsLine() && (piece.role() == Piece.Role.LOOSE || lost);
    }

    private Level wish(int at) {
        Piece piece = pieces.get(at);
        return switch (paragraph.kind()) {
            case CHECK -> piece.role() == Piece.Role.KEYWORD && SUBJECT.contains(piece.text()) ? Level.FIRST : Level.NEVER;
            case CLAUSE -> paragraph.first().is(MonitParser.IF) ? ofRule(at, piece) : ofAlert(piece);
            case SET -> ofSetting(at, piece);
            case INCLUDE, COMMENT, STRAY, REST -> Level.NEVER;
        };
    }

    private Level ofRule(int at, Piece piece) {
        if (piece.is(MonitParser.ELSE) || piece.is(MonitParser.THEN) && !then) {
            return Level.FIRST;
        }
        boolean headers = piece.is("http") && at + 1 < pieces.size() && pieces.get(at + 1).is("headers");
        boolean option = isOption(piece, CONNECTION) || headers || piece.is(MonitParser.NOISE) && piece.text().equals("for");
        boolean begins = before.is(MonitParser.IF) || before.is("failed") || before.is("succeeded");
        return !then && option && !begins ? Level.LATER : Level.NEVER;
    }

    private Level ofAlert(Piece piece) {
        return piece.is("reminder") || !before.is(MonitParser.SET) && piece.is("mail-format") ? Level.FIRST : Level.NEVER;
    }

    private Level ofSetting(int at, Piece piece) {
        if (httpd) {
            return isOption(piece, HTTPD) && !before.is("httpd") ? Level.ALWAYS : Level.NEVER;
        }
        if (isSetting("mailserver")) {
            return pieces.get(at - 1).punctuation(",") ? Level.FIRST : isOption(piece, MAIL) ? Level.LATER : Level.NEVER;
        }
        if (isSetting("mmonit")) {
            boolean another = piece.text().contains("://") && !before.is("mmonit");
            return another ? Level.FIRST : isOption(piece, COLLECTOR) ? Level.LATER : Level.NEVER;
        }
        return ofAlert(piece);
    }

    private static boolean isOption(Piece piece, Set<String> options) {
        return piece.is(MonitParser.WORD) && piece.role() == Piece.Role.KEYWORD && options.contains(piece.text());
    }

    private boolean isSetting(String name) {
        return paragraph.kind() == Kind.SET && pieces.size() > 1 && pieces.get(1).is(name);
    }
}
