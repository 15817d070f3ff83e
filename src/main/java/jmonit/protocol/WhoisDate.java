package jmonit.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The day a domain ends, as registries write it: {@code Registry Expiry Date: 2027-08-13T04:00:00Z}, {@code paid-till: 2027-03-01},
 * {@code Expiry date: 21-Nov-2027}, {@code expires: 21.11.2027}. Only days count; a day ends as it begins, to be on the safe side.
 */
final class WhoisDate {

    private static final Pattern KEY = Pattern.compile("expir|paid-till|renewal date|valid.until|validity");
    private static final int FARTHEST_KEY = 40;
    private static final Pattern YEAR_FIRST = Pattern.compile("\\b(\\d{4})[-./ ](\\d{2})[-./ ](\\d{2})(?!\\d)");
    private static final Pattern YEAR_LAST = Pattern.compile("\\b(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})\\b");
    private static final Pattern NAMED = Pattern.compile("\\b(\\d{1,2})[- ]([a-z]{3})[a-z]*[- ](\\d{4})\\b");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private WhoisDate() {
    }

    static Optional<Instant> in(String line) {
        var text = line.toLowerCase(Locale.ROOT);
        var key = KEY.matcher(text);
        if (!key.find() || key.start() > FARTHEST_KEY) {
            return Optional.empty();
        }
        try {
            return day(text.substring(key.end())).map(d -> d.atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        var first = YEAR_FIRST.matcher(text);
        if (first.find()) {
            return Optional.of(LocalDate.of(number(first, 1), number(first, 2), number(first, 3)));
        }
        var last = YEAR_LAST.matcher(text);
        if (last.find()) {
            return Optional.of(LocalDate.of(number(last, 3), number(last, 2), number(last, 1)));
        }
        var named = NAMED.matcher(text);
        return named.find() && MONTHS.contains(named.group(2))
                ? Optional.of(LocalDate.of(number(named, 3), MONTHS.indexOf(named.group(2)) + 1, number(named, 1))) : Optional.empty();
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
