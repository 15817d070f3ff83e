package jmonit.regex;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts a pattern into the language of {@link java.util.regex}, for texts where a char is one byte. */
final class Translation {
    private static final String NOTHING = "(?!)";
    private static final String WORD = set(CharacterClass.WORD);

    private final boolean ignoreCase;

    private Translation(boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
    }

    static Pattern of(Node pattern, boolean ignoreCase) {
        return Pattern.compile(new Translation(ignoreCase).of(pattern));
    }

    private String of(Node node) {
        return switch (node) {
            case Node.One(var set) -> set(set);
            case Node.Look(var assertion) -> assertion(assertion);
            case Node.Sequence(var parts) -> "(?:" + joined(parts, "") + ")";
            case Node.Choice(var options) -> "(?:" + joined(options, "|") + ")";
            case Node.Repeat(Node.One(var set), var times) -> set(set) + interval(times);
            // Behind a plain (a)*, Java remembers the group even if it went back to none; not so with a choice inside.
            case Node.Repeat(var body, var times) -> "(?:" + of(body) + "|" + NOTHING + ")" + interval(times);
            case Node.Group(int number, var body) -> "(?<g" + number + ">" + of(body) + ")";
            case Node.BackReference(int group) -> (ignoreCase ? "(?i:\\k<g" : "(?:\\k<g") + group + ">)";
        };
    }

    private String joined(List<Node> nodes, String separator) {
        return nodes.stream().map(this::of).collect(Collectors.joining(separator));
    }

    private static String interval(Times times) {
        return "{" + times.least() + "," + (times.unbounded() ? "" : times.most()) + "}";
    }

    private static String set(ByteSet set) {
        var members = IntStream.range(0, ByteSet.BYTES).filter(set::contains)
                .mapToObj("\\x%02x"::formatted)
                .collect(Collectors.joining());
        return members.isEmpty() ? NOTHING : "[" + members + "]";
    }

    private static String assertion(Assertion assertion) {
        return switch (assertion) {
            case TEXT_START -> "\\A";
            case TEXT_END -> "\\z";
            case WORD_START -> words("(?<!%1$s)(?=%1$s)");
            case WORD_END -> words("(?<=%1$s)(?!%1$s)");
            case WORD_EDGE -> words("(?:(?<!%1$s)(?=%1$s)|(?<=%1$s)(?!%1$s))");
            case NO_WORD_EDGE -> words("(?:(?<!%1$s)(?!%1$s)|(?<=%1$s)(?=%1$s))");
        };
    }

    private static String words(String template) {
        return template.formatted(WORD);
    }
}
