package jmonit.config;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One part of a path with wildcards, as glob(7) has them. It matches bytes, not characters, as the C library does in the locale of a daemon;
 * and braces mean nothing, unlike in Java's own globs.
 */
final class GlobPattern {

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final boolean hidden;
    private final Pattern pattern;

    GlobPattern(String part) {
        String bytes = bytes(part);
        this.hidden = part.startsWith(".");
        var regex = new StringBuilder();
        for (int at = 0; at < bytes.length();) {
            at = translate(bytes, at, regex);
        }
        this.pattern = compile(regex.toString());
    }

    private static Pattern compile(String regex) {
        try {
            return Pattern.compile(regex, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            // A range that runs backwards, such as [z-a], holds no character.
            return NOTHING;
        }
    }

    boolean matches(String name) {
        return (hidden || !name.startsWith(".")) && pattern.matcher(bytes(name)).matches();
    }

    /** One character for each byte. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Writes what stands at that place and answers where the next thing stands. */
    private static int translate(String part, int at, StringBuilder regex) {
        char c = part.charAt(at);
        int close = c == '[' ? closing(part, at) : -1;
        if (close > 0) {
            choice(part.substring(at + 1, close), regex);
            return close + 1;
        }
        if (c == '*') {
            regex.append(".*");
        } else if (c == '?') {
            regex.append('.');
        } else {
            boolean escape = c == '\\' && at + 1 < part.length();
            regex.append(Pattern.quote(part.substring(escape ? at + 1 : at, escape ? at + 2 : at + 1)));
            return escape ? at + 2 : at + 1;
        }
        return at + 1;
    }

    /** Where the bracket opened there is closed, or -1: a bracket that is not stands for itself. */
    private static int closing(String part, int open) {
        int at = open + 1;
        at += at < part.length() && "!^".indexOf(part.charAt(at)) >= 0 ? 1 : 0;
        at += at < part.length() && part.charAt(at) == ']' ? 1 : 0;
        while (at < part.length() && part.charAt(at) != ']') {
            int named = part.startsWith("[:", at) ? part.indexOf(":]", at + 2) : -1;
            at = named > 0 ? named + 2 : at + 1;
        }
        return at < part.length() ? at : -1;
    }

    private static void choice(String inner, StringBuilder regex) {
        boolean negated = inner.startsWith("!") || inner.startsWith("^");
        regex.append(negated ? "[^" : "[");
        String rest = negated ? inner.substring(1) : inner;
        for (int at = 0; at < rest.length(); at++) {
            int named = rest.startsWith("[:", at) ? rest.indexOf(":]", at + 2) : -1;
            String posix = named > 0 ? posix(rest.substring(at + 2, named)) : "";
            boolean range = rest.charAt(at) == '-' && at > 0 && at + 1 < rest.length();
            if (!posix.isEmpty()) {
                regex.append(posix);
                at = named + 1;
            } else {
                regex.append(range ? "-" : "\\x%02x".formatted((int) rest.charAt(at)));
            }
        }
        regex.append(']');
    }

    private static String posix(String name) {
        return switch (name) {
            case "alpha", "digit", "alnum", "upper", "lower", "space", "blank", "punct", "print", "graph", "cntrl" ->
                    "\\p{" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "}";
            case "xdigit" -> "\\p{XDigit}";
            default -> "";
        };
    }
}
