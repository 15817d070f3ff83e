package jmonit.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Window;

/** Reads {@code for 3 cycles}, {@code 3 times within 5 cycles}, {@code for 2 minutes} and {@code 3 times within 5 minutes}. */
final class WindowReader {

    private static final String NUMBER = "a number of cycles";

    private final Cursor c;
    private final Values values;

    WindowReader(Cursor cursor) {
        this.c = cursor;
        this.values = new Values(cursor);
    }

    /** A number, and where it stands. */
    private record Written(double value, Word word) {

        boolean whole() {
            return value == Math.rint(value);
        }
    }

    /** Once where nothing is written. */
    Window read() {
        if (!startsNumber()) {
            c.welcome(List.of("for"));
            return Window.ONCE;
        }
        Written first = number();
        c.take("time");
        Optional<Written> second = startsNumber() ? Optional.of(number()) : Optional.empty();
        Window window = c.spent() ? Window.ONCE : measured(first, second);
        return c.spent() ? Window.ONCE : window;
    }

    private boolean startsNumber() {
        return c.at(MonitParser.NUMBER) || c.gluedNumber();
    }

    private Written number() {
        double value = values.decimal(NUMBER);
        return new Written(value, c.previous());
    }

    private Window measured(Written first, Optional<Written> second) {
        Word unitWord = c.peek();
        boolean cycles = c.takeAny(Values.CYCLES);
        Optional<Long> unit = cycles ? Optional.empty() : values.timeUnit();
        if (!cycles && unit.isEmpty()) {
            c.unknown("unit", "windows");
            return Window.ONCE;
        }
        Written length = second.orElse(first);
        if (unit.isPresent() && second.isEmpty() && saysTimes(first.word(), unitWord)) {
            c.complain(Diagnostic.error(unitWord.span(), "something is missing before \"" + unitWord.getText() + "\"", "expected a number before this")
                    .see("windows"));
            return Window.ONCE;
        }
        if (unit.isPresent()) {
            return timed(Values.span(length.value(), unit.get()), length, second.map(_ -> first));
        }
        return whole(length) && whole(first) ? counted((long) first.value(), (long) length.value(), first.word(), length.word()) : Window.ONCE;
    }

    /** "3 times within minutes" is not three minutes, though "times" is a noise word. */
    private static boolean saysTimes(Word number, Word unit) {
        boolean together = number.source() == unit.source() && number.end() <= unit.start();
        return together && number.source().text().substring(number.end(), unit.start()).toLowerCase(Locale.ROOT).contains("time");
    }

    private boolean whole(Written number) {
        if (!number.whole()) {
            c.complain(Diagnostic.error(number.word().span(), NUMBER + " must be whole", "no decimals here").see("numbers"));
        }
        return number.whole();
    }

    private Window counted(long times, long cycles, Word first, Word second) {
        if (cycles < 1 || cycles > Window.MAX_CYCLES) {
            c.complain(Diagnostic.error(second.span(), "a rule can look back 1 to " + Window.MAX_CYCLES + " cycles, not " + cycles,
                    cycles < 1 ? "at least 1 here" : "at most " + Window.MAX_CYCLES + " here").see("windows"));
            return Window.ONCE;
        }
        if (times < 1 || times > cycles) {
            c.complain(Diagnostic.error(first.span(), times + " times cannot happen within " + cycles + " cycles",
                            times < 1 ? "at least 1 here" : "at most " + cycles + " here")
                    .and(second.span(), "the window is " + cycles + " cycles long")
                    .help(times < 1 ? "write at least 1"
                            : "a rule is checked once in a cycle; did you mean \"" + cycles + " times within " + times + " cycles\"?")
                    .see("windows"));
            return Window.ONCE;
        }
        return new Window((int) times, (int) cycles);
    }

    private Window timed(Duration span, Written length, Optional<Written> times) {
        if (span.isZero()) {
            c.complain(Diagnostic.error(length.word().span(), "a window cannot be this short", "at least a millisecond here").see("windows"));
            return Window.ONCE;
        }
        return times.map(t -> times(t, span)).orElseGet(() -> Window.throughout(span));
    }

    private Window times(Written times, Duration span) {
        if (whole(times) && (times.value() < 1 || times.value() > Window.MAX_CYCLES)) {
            c.complain(Diagnostic.error(times.word().span(), "a rule can count 1 to " + Window.MAX_CYCLES + " times, not " + times.word().getText(),
                    times.value() < 1 ? "at least 1 here" : "at most " + Window.MAX_CYCLES + " here").see("windows"));
        }
        return c.spent() ? Window.ONCE : Window.within((int) times.value(), span);
    }
}
