package jmonit.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts words that Monit wants apart and nobody misunderstands together: 15s, 100MB, cpu>50. */
final class Glue {

    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)([a-zA-Z]+(?:/[sS])?)");
    private static final Pattern COMPARISON = Pattern.compile(
            "([^<>=!]*)(>=|<=|==|!=|<>|>|<|=)(\\d+(?:\\.\\d+)?)?([a-zA-Z]+(?:/[sS])?)?");
    private static final int[] TYPES = {MonitParser.WORD, MonitParser.COMPARATOR, MonitParser.NUMBER, MonitParser.WORD};

    private Glue() {
    }

    static boolean isNumber(Word word) {
        Matcher glued = NUMBER.matcher(word.getText());
        return glued.matches() && Units.is(glued.group(2));
    }

    static List<Word> number(Word word) {
        Matcher glued = NUMBER.matcher(word.getText());
        return glued.matches()
                ? List.of(part(word, 0, glued.end(1), MonitParser.NUMBER), part(word, glued.end(1), word.getText().length(), MonitParser.WORD))
                : List.of(word);
    }

    /** The parts of a word such as cpu>50MB; any other word stays whole. */
    static List<Word> comparison(Word word) {
        if (word.getType() != MonitParser.WORD || !hasComparison(word.getText())) {
            return List.of(word);
        }
        Matcher glued = COMPARISON.matcher(word.getText());
        if (!glued.matches()) {
            return List.of(word);
        }
        var parts = new ArrayList<Word>();
        for (int g = 1; g <= TYPES.length; g++) {
            if (glued.group(g) != null && !glued.group(g).isEmpty()) {
                parts.add(part(word, glued.start(g), glued.end(g), TYPES[g - 1]));
            }
        }
        return parts;
    }

    private static boolean hasComparison(String text) {
        return text.indexOf('<') >= 0 || text.indexOf('>') >= 0 || text.indexOf('=') >= 0;
    }

    private static Word part(Word word, int from, int to, int type) {
        return new Word(word.source(), type, word.start() + from, word.start() + to, word.getText().substring(from, to));
    }
}
