package jmonit.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jmonit.catalog.Catalog;
import jmonit.catalog.Limit;

/** Knows how each word is written: keywords in lower case, values as they are, numbers apart from what was glued to them. */
final class Spelling {

    /** Words after which the next one is the operator's own. */
    private static final Set<String> TAKERS = Set.of("host", "hostname", "address", "username", "password", "unixsocket", "unix",
            "uid", "gid", "euid", "interface", "match", "matching", "send", "expect", "request", "hostheader", "target", "secret",
            "database", "origin", "ciphers", "pemfile", "pemchain", "pemkey", "clientpemfile", "cacertificatefile",
            "cacertificatepath", "url", "pidfile", "idfile", "statefile", "logfile", "log", "basedir", "method", "mailserver",
            "mmonit", "alert", "noalert");
    private static final Set<String> PROGRAM_HEADS = Set.of("exec", "execute", "path");
    private static final Set<String> SIZES = Set.of("b", "kb", "mb", "gb");
    private static final Pattern GLUED_NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)([a-zA-Z]+(?:/[sS])?)");
    private static final Pattern GLUED_COMPARISON = Pattern.compile(
            "([^<>=!]*)(>=|<=|==|!=|<>|>|<|=)(?:(\\d+(?:\\.\\d+)?)([a-zA-Z]+(?:/[sS])?)?)?");
    private static final int[] COMPARISON_TYPES = {MonitParser.WORD, MonitParser.COMPARATOR, MonitParser.NUMBER, MonitParser.WORD};

    private final Set<String> testWords;
    private boolean setting;
    private String settingName = "";
    private boolean condition;
    private int braces;
    private boolean expectsValue;
    private boolean program;
    private boolean programNamed;
    private String previous = "";
    private String previousThatMatters = "";

    Spelling(Catalog catalog) {
        this.testWords = testWords(catalog);
    }

    /** One word, or a part of one that was glued. */
    record Spelled(int type, String text, Piece.Role role) {
    }

    private static Set<String> testWords(Catalog catalog) {
        var words = new HashSet<>(Values.COMPARISON_WORDS);
        for (var type : catalog.serviceTypes()) {
            type.metrics().forEach(m -> m.phrases().forEach(p -> words.addAll(List.of(p.split(" ")))));
        }
        for (var protocol : catalog.protocols()) {
            words.add(protocol.keyword());
            protocol.options().forEach(o -> words.addAll(List.of(o.phrase().split(" "))));
        }
        return words;
    }

    List<Spelled> spell(Word word) {
        List<Spelled> parts = parts(word);
        parts.forEach(this::follow);
        return parts;
    }

    private List<Spelled> parts(Word word) {
        int type = word.getType();
        if (expectsValue && (type == MonitParser.WORD || setting && isHead(type))) {
            return List.of(new Spelled(type, word.raw(), Piece.Role.VALUE));
        }
        if (setting && (type == MonitParser.GROUP || type == MonitParser.DEPENDS)) {
            return List.of(new Spelled(type, word.raw(), Piece.Role.LOOSE));
        }
        if (program && continuesProgram(type, word.raw())) {
            boolean mayMove = programNamed && type == MonitParser.NOISE;
            String text = type == MonitParser.NOISE ? lower(word.raw()) : word.raw();
            return List.of(new Spelled(type, text, mayMove ? Piece.Role.KEYWORD : Piece.Role.LOOSE));
        }
        return type == MonitParser.WORD ? plain(word) : List.of(new Spelled(type, fixed(word), Piece.Role.KEYWORD));
    }

    private static boolean isHead(int type) {
        return switch (type) {
            case MonitParser.IF, MonitParser.THEN, MonitParser.ELSE, MonitParser.START, MonitParser.STOP, MonitParser.RESTART,
                    MonitParser.ALERT, MonitParser.NOALERT, MonitParser.EVERY, MonitParser.REPEAT, MonitParser.MODE,
                    MonitParser.ONREBOOT, MonitParser.IGNORE -> true;
            default -> false;
        };
    }

    // ---- words of a known kind

    private static String fixed(Word word) {
        return switch (word.getType()) {
            case MonitParser.COMMENT -> word.raw().stripTrailing();
            case MonitParser.STRING, MonitParser.COMMAND, MonitParser.NAME, MonitParser.LIST, MonitParser.NUMBER,
                    MonitParser.UNCLOSED -> word.raw();
            case MonitParser.KIND -> word.raw().equals(word.getText()) ? lower(word.raw()) : word.raw();
            case MonitParser.FIELD -> field(word);
            case MonitParser.INCLUDE -> "include" + (word.raw().length() == 7 ? "" : " " + word.raw().substring(7).strip());
            case MonitParser.DEPENDS, MonitParser.NOT_EVERY -> lower(word.raw()).replaceAll("\\s+", " ");
            default -> lower(word.raw());
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String field(Word word) {
        String raw = word.raw();
        int colon = raw.indexOf(':');
        String named = lower(raw.substring(0, colon)) + raw.substring(colon);
        boolean toLineEnd = word.end() == word.source().text().length() || word.source().text().charAt(word.end()) == '\n';
        return toLineEnd && !named.startsWith("message") ? named.stripTrailing() : named;
    }

    // ---- other words

    private List<Spelled> plain(Word word) {
        String raw = word.raw();
        boolean digit = Character.isDigit(raw.charAt(0));
        Matcher glued = (digit ? GLUED_NUMBER : GLUED_COMPARISON).matcher(raw);
        if (digit && takesNumber() && glued.matches() && Units.is(glued.group(2))) {
            return apart(glued, MonitParser.NUMBER, MonitParser.WORD);
        }
        if (!digit && condition && glued.matches() && isKeyword(glued.group(1))) {
            return apart(glued, COMPARISON_TYPES);
        }
        return List.of(word(raw));
    }

    private List<Spelled> apart(Matcher glued, int... types) {
        var parts = new ArrayList<Spelled>();
        for (int i = 0; i < types.length; i++) {
            String part = glued.group(i + 1);
            if (part != null && !part.isEmpty()) {
                parts.add(types[i] == MonitParser.WORD ? word(part) : new Spelled(types[i], part, Piece.Role.KEYWORD));
            }
        }
        return parts;
    }

    private Spelled word(String raw) {
        String lower = lower(raw);
        if (!isKeyword(lower)) {
            return new Spelled(MonitParser.WORD, raw, Piece.Role.LOOSE);
        }
        boolean size = SIZES.contains(Units.plain(lower));
        return new Spelled(MonitParser.WORD, size ? raw : limit(lower), Piece.Role.KEYWORD);
    }

    private boolean isKeyword(String word) {
        String lower = lower(word);
        return lower.isEmpty() || Reserved.is(lower) || Units.is(lower) || lower.equals("cpu()") || condition && testWords.contains(lower)
                || setting && isOwnKeyword(lower);
    }

    /** Words that Monit does not reserve, so that they may be values elsewhere. */
    private boolean isOwnKeyword(String lower) {
        return switch (settingName) {
            case "", "reaction" -> lower.equals("reaction") || lower.equals("instant");
            case "limits" -> braces > 0 && Limit.ALL.stream().anyMatch(l -> l.name().equalsIgnoreCase(lower));
            default -> false;
        };
    }

    /** The limits have capitals in them. */
    private String limit(String lower) {
        if (braces == 0 || !settingName.equals("limits")) {
            return lower;
        }
        return Limit.ALL.stream().map(Limit::name).filter(n -> n.equalsIgnoreCase(lower)).findFirst().orElse(lower);
    }

    private boolean takesNumber() {
        return switch (previous) {
            case "timeout", "every", "daemon", "delay", "reminder", "retry", "size", "count", "responsetime", "expectbuffer", ":" -> true;
            case "" -> false;
            default -> condition && (isKeyword(previous) || "<>=!%0123456789".indexOf(previous.charAt(0)) >= 0);
        };
    }

    // ---- what is expected next

    private void follow(Spelled part) {
        if (part.type() == MonitParser.COMMENT) {
            return;
        }
        previous = lower(part.text());
        if (part.type() == MonitParser.NOISE) {
            expectsValue |= previous.equals(":") && TAKERS.contains(previousThatMatters);
        } else {
            followWord(part);
        }
    }

    private void followWord(Spelled part) {
        state(part.type());
        boolean value = part.role() == Piece.Role.VALUE;
        boolean starts = !value && startsProgram(part.type());
        boolean goesOn = program && !value && continuesProgram(part.type(), part.text());
        programNamed = goesOn && !starts && (programNamed || part.type() != MonitParser.COMPARATOR);
        program = starts || goesOn;
        expectsValue = !program && braces == 0 && takes(part.type(), value);
        if (setting && settingName.isEmpty() && part.type() != MonitParser.SET) {
            settingName = previous;
        }
        previousThatMatters = previous;
    }

    private void state(int type) {
        switch (type) {
            case MonitParser.SET, MonitParser.CHECK -> begin(type == MonitParser.SET);
            case MonitParser.IF -> condition = !setting;
            case MonitParser.THEN, MonitParser.ELSE -> condition = false;
            case MonitParser.OPEN -> braces++;
            case MonitParser.CLOSE -> braces = Math.max(0, braces - 1);
            default -> {
                // the others change nothing but what is expected next
            }
        }
    }

    private void begin(boolean set) {
        setting = set;
        settingName = "";
        condition = false;
        braces = 0;
    }

    private boolean startsProgram(int type) {
        return switch (type) {
            case MonitParser.START, MonitParser.STOP, MonitParser.RESTART -> true;
            case MonitParser.WORD -> PROGRAM_HEADS.contains(previous);
            default -> false;
        };
    }

    private static boolean continuesProgram(int type, String text) {
        return switch (type) {
            case MonitParser.STRING, MonitParser.COMMAND, MonitParser.COMPARATOR, MonitParser.NOISE -> true;
            case MonitParser.WORD -> !Reserved.is(text);
            default -> false;
        };
    }

    private boolean takes(int type, boolean value) {
        return switch (type) {
            case MonitParser.COMPARATOR -> expectsValue || previousThatMatters.equals("content");
            case MonitParser.ALERT, MonitParser.NOALERT -> !previousThatMatters.equals("then") && !previousThatMatters.equals("else");
            case MonitParser.WORD -> value ? settingName.equals("httpd") && previous.endsWith(":")
                    : TAKERS.contains(previous) || previous.equals("allow") && settingName.equals("httpd");
            default -> false;
        };
    }
}
