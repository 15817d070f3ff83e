package jmonit.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something lasts, as it is written on a command line: 90s, 30m, 2h, 1d12h, or until 18:00. */
final class Span {

    private static final Pattern LENGTH = Pattern.compile("(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}");

    private Span() {
    }

    /** Empty where it is no time. */
    static Optional<Duration> of(String word) {
        Matcher found = LENGTH.matcher(word);
        if (word.isEmpty() || !found.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofDays(part(found, 1)).plusHours(part(found, 2)).plusMinutes(part(found, 3)).plusSeconds(part(found, 4)));
    }

    private static long part(Matcher found, int group) {
        return found.group(group) == null ? 0 : Long.parseLong(found.group(group));
    }

    /** Until the clock on the wall says so next. */
    static Optional<Duration> until(String clock, ZonedDateTime now) {
        if (!CLOCK.matcher(clock).matches()) {
            return Optional.empty();
        }
        try {
            ZonedDateTime at = now.with(LocalTime.parse(clock.length() < 5 ? "0" + clock : clock));
            return Optional.of(Duration.between(now, at.isAfter(now) ? at : at.plusDays(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
