package jmonit.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jmonit.model.Hours;

/** Reads "sun 02:00-04:00", "mon-fri 22:00-06:00", "sat,sun" and "23:30-00:30". */
final class HoursReader {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");
    private static final List<String> EVERY_DAY = List.of("daily", "every day");
    private static final int WHOLE_DAY = 24;
    private static final int LAST_MINUTE = 59;
    private static final int SHORT = 3;

    private HoursReader() {
    }

    /** Empty where it makes no sense. */
    static Optional<Hours> read(String text) {
        String line = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*([,-])\\s*", "$1").replaceAll("\\s+", " ");
        int blank = line.lastIndexOf(' ');
        String last = line.substring(blank + 1);
        boolean clock = !last.isEmpty() && Character.isDigit(last.charAt(0));
        String days = clock ? line.substring(0, Math.max(0, blank)) : line;
        Set<DayOfWeek> named = clock && days.isEmpty() || EVERY_DAY.contains(days) ? EnumSet.allOf(DayOfWeek.class) : days(days);
        return named.isEmpty() ? Optional.empty() : clock ? clock(named, last, text) : Optional.of(new Hours(named, LocalTime.MIN, LocalTime.MIN, text));
    }

    private static Optional<Hours> clock(Set<DayOfWeek> days, String times, String text) {
        Matcher found = CLOCK.matcher(times);
        if (!found.matches()) {
            return Optional.empty();
        }
        Optional<LocalTime> from = time(found.group(1), found.group(2));
        Optional<LocalTime> to = time(found.group(3), found.group(4));
        boolean good = from.isPresent() && to.isPresent() && Integer.parseInt(found.group(1)) < WHOLE_DAY
                && !times.substring(0, times.indexOf('-')).equals(times.substring(times.indexOf('-') + 1));
        return good ? Optional.of(new Hours(days, from.get(), to.get(), text)) : Optional.empty();
    }

    /** A day ends at 24:00. */
    private static Optional<LocalTime> time(String hour, String minute) {
        int h = Integer.parseInt(hour);
        int m = Integer.parseInt(minute);
        boolean good = h < WHOLE_DAY && m <= LAST_MINUTE || h == WHOLE_DAY && m == 0;
        return good ? Optional.of(LocalTime.of(h % WHOLE_DAY, m)) : Optional.empty();
    }

    /** None where one of them is no day. */
    private static Set<DayOfWeek> days(String text) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            Optional<DayOfWeek> first = day(ends[0]);
            Optional<DayOfWeek> last = day(ends[ends.length - 1]);
            if (ends.length > 2 || first.isEmpty() || last.isEmpty()) {
                return EnumSet.noneOf(DayOfWeek.class);
            }
            for (DayOfWeek day = first.get(); day != last.get(); day = day.plus(1)) {
                days.add(day);
            }
            days.add(last.get());
        }
        return days;
    }

    /** At least its first three letters. */
    private static Optional<DayOfWeek> day(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (word.length() >= SHORT && day.name().toLowerCase(Locale.ROOT).startsWith(word)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }
}
