package jmonit.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Comparison;
import jmonit.model.Principal;

/** Numbers, times, comparisons, users: the small things that occur all over the language. */
final class Values {

    private static final Map<String, Comparison> COMPARISONS = Map.ofEntries(
            Map.entry(">", Comparison.GREATER), Map.entry("gt", Comparison.GREATER), Map.entry("greater", Comparison.GREATER),
            Map.entry("more", Comparison.GREATER), Map.entry("older", Comparison.GREATER),
            Map.entry(">=", Comparison.GREATER_OR_EQUAL), Map.entry("ge", Comparison.GREATER_OR_EQUAL),
            Map.entry("<", Comparison.LESS), Map.entry("lt", Comparison.LESS), Map.entry("less", Comparison.LESS),
            Map.entry("newer", Comparison.LESS),
            Map.entry("<=", Comparison.LESS_OR_EQUAL), Map.entry("le", Comparison.LESS_OR_EQUAL),
            Map.entry("=", Comparison.EQUAL), Map.entry("==", Comparison.EQUAL), Map.entry("eq", Comparison.EQUAL),
            Map.entry("equal", Comparison.EQUAL),
            Map.entry("!=", Comparison.NOT_EQUAL), Map.entry("<>", Comparison.NOT_EQUAL), Map.entry("ne", Comparison.NOT_EQUAL),
            Map.entry("notequal", Comparison.NOT_EQUAL));
    static final List<String> COMPARISON_WORDS = List.of(">", "<", ">=", "<=", "=", "==", "!=", "greater", "less", "equal", "notequal",
            "gt", "lt", "eq", "ne", "ge", "le", "more", "older", "newer");
    private static final Map<String, Long> TIMES = Map.ofEntries(
            Map.entry("ms", 1L), Map.entry("millisecond", 1L), Map.entry("milliseconds", 1L),
            Map.entry("s", 1_000L), Map.entry("second", 1_000L), Map.entry("seconds", 1_000L),
            Map.entry("m", 60_000L), Map.entry("minute", 60_000L), Map.entry("minutes", 60_000L),
            Map.entry("h", 3_600_000L), Map.entry("hour", 3_600_000L), Map.entry("hours", 3_600_000L),
            Map.entry("day", 86_400_000L), Map.entry("days", 86_400_000L),
            Map.entry("month", 31 * 86_400_000L), Map.entry("months", 31 * 86_400_000L));
    static final List<String> TIME_WORDS = List.of("seconds", "second", "minutes", "minute", "hours", "hour", "days", "day", "months",
            "month", "milliseconds", "millisecond", "ms", "s", "m", "h");
    static final List<String> CYCLES = List.of("cycles", "cycle");

    private static final Pattern NO_HOST = Pattern.compile("://|[@\\[\\]]");

    private final Cursor c;

    Values(Cursor cursor) {
        this.c = cursor;
    }

    /** A whole number; 0 after a complaint. */
    long whole(String what) {
        c.unglue();
        if (!c.at(MonitParser.NUMBER)) {
            c.expected(what);
            return 0;
        }
        String digits = c.peek().getText();
        if (digits.indexOf('.') >= 0) {
            c.complain(Diagnostic.error(c.peek().span(), what + " must be whole", "no decimals here").see("numbers"));
            return 0;
        }
        long value = parse(digits);
        c.next();
        return value;
    }

    /** Monit lets numbers wrap around; no machine counts that far, so the largest number stands for all that are larger. */
    private static long parse(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    /** A whole number that fits an int, such as a port; larger ones become the largest. */
    int small(String what) {
        return (int) Math.min(Integer.MAX_VALUE, whole(what));
    }

    double decimal(String what) {
        c.unglue();
        if (!c.at(MonitParser.NUMBER)) {
            c.expected(what);
            return 0;
        }
        return Double.parseDouble(c.next().getText());
    }

    Comparison comparison() {
        return comparison(COMPARISON_WORDS);
    }

    /** A comparison out of a choice of its words; where none is written, equality. */
    Comparison comparison(List<String> choice) {
        c.welcome(choice);
        Comparison comparison = COMPARISONS.get(c.peek().getText().toLowerCase(Locale.ROOT));
        if (!c.more() || c.peek().quoted() || comparison == null || !choice.contains(c.peek().getText().toLowerCase(Locale.ROOT))) {
            return Comparison.EQUAL;
        }
        c.next();
        return comparison;
    }

    boolean percent() {
        return c.take(MonitParser.PERCENT) || c.take("percent");
    }

    /** How many milliseconds the unit of time has that stands here, if one does. */
    Optional<Long> timeUnit() {
        c.welcome(TIME_WORDS);
        Long factor = c.more() && !c.peek().quoted() ? TIMES.get(c.peek().getText().toLowerCase(Locale.ROOT)) : null;
        if (factor != null) {
            c.next();
        }
        return Optional.ofNullable(factor);
    }

    /** So many units of time, which no duration is too long for. */
    static Duration span(double number, long unit) {
        return Duration.ofMillis((long) Math.min(Long.MAX_VALUE / 2e6, number * unit));
    }

    /** A number with a unit of time, as a timeout has it. */
    Duration time(String what) {
        double number = decimal("a number of seconds for " + what);
        if (c.spent()) {
            return Duration.ZERO;
        }
        Optional<Long> unit = timeUnit();
        if (unit.isEmpty()) {
            c.unknown("unit of time", "units");
        }
        return span(number, unit.orElse(1L));
    }

    /** A user or group, by name or number. */
    Principal principal(String what) {
        if (c.at(MonitParser.NUMBER)) {
            return new Principal.Numbered(whole(what));
        }
        String name = c.value(what);
        return name.isEmpty() ? Principal.INHERITED : new Principal.Named(name);
    }

    /** A host without port, scheme or brackets; between quotes anything may stand. */
    String host(String what) {
        Word word = c.peek();
        String host = c.value(what);
        boolean port = host.indexOf(':') >= 0 && host.indexOf(':') == host.lastIndexOf(':');
        if (!c.spent() && !word.quoted() && (port || NO_HOST.matcher(host).find())) {
            c.complain(Diagnostic.error(word.span(), "\"" + host + "\" is no host", "expected " + what + " and nothing else").see("connection"));
        }
        return host;
    }

    OptionalDouble limitIfThere() {
        c.unglue();
        return c.at(MonitParser.NUMBER) ? OptionalDouble.of(decimal("a number")) : OptionalDouble.empty();
    }
}
