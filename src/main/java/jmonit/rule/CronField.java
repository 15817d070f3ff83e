package jmonit.rule;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that one field of a cron schedule names. */
final class CronField {

    /** No field goes further; what does is never reached. */
    private static final int HIGHEST = 59;
    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?");

    private final BitSet numbers = new BitSet();

    private CronField() {
    }

    static CronField of(String text) {
        var field = new CronField();
        for (String part : text.split(",")) {
            field.add(part);
        }
        return field;
    }

    boolean has(int number) {
        return numbers.get(number);
    }

    /** A part that is neither a star, a number nor a range names nothing, in Monit as well. */
    private void add(String part) {
        if (part.contains("*") && !part.contains("-")) {
            numbers.set(0, HIGHEST + 1);
        }
        Matcher range = RANGE.matcher(part);
        if (range.matches()) {
            add(number(range.group(1)), number(range.group(2) == null ? range.group(1) : range.group(2)));
        }
    }

    private void add(int from, int to) {
        if (from <= to) {
            numbers.set(from, to + 1);
        }
    }

    private static int number(String digits) {
        return digits.length() > 9 ? HIGHEST + 1 : Math.min(HIGHEST + 1, Integer.parseInt(digits));
    }
}
