package jmonit.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import jmonit.catalog.Measure;
import jmonit.catalog.Metric;
import jmonit.diagnostic.Diagnostic;
import jmonit.model.Amount;
import jmonit.model.Unit;

/** Reads the limit of a comparison: a number and a unit that the metric can be measured in. */
final class Quantities {

    private static final List<String> OPERATIONS = List.of("operations", "operations/s", "operation", "operation/s");
    private static final List<String> PACKETS = List.of("packets", "packets/s", "packet", "packet/s");

    private static final List<String> SECOND = List.of("second", "seconds", "s");

    private final Cursor c;
    private final Values values;

    Quantities(Cursor cursor) {
        this.c = cursor;
        this.values = new Values(cursor);
    }

    /** What was written after the number, before it is known whether the metric can take it. */
    private record Written(Unit unit, double factor) {
    }

    Amount limit(Metric metric) {
        Word number = c.peek();
        double value = values.decimal("a number");
        if (c.spent()) {
            return Amount.of(0, Unit.COUNT);
        }
        Word unitWord = c.peek();
        Optional<Written> written = unit(metric);
        Measure measure = written.isPresent() ? measureFor(metric, written.get().unit(), unitWord) : unwritten(metric, number, value);
        Unit unit = measure.unit();
        double amount = value * written.map(Written::factor).orElse(unit == Unit.MILLISECONDS ? 1_000.0 : 1.0);
        checkWhole(measure, number, amount);
        if (unit == Unit.PERCENT && value > 100) {
            c.warn(Diagnostic.warning(number.span(), "no share is more than 100 percent", "this limit is never passed").see("units"));
        }
        return Amount.of(amount, unit);
    }

    private void checkWhole(Measure measure, Word number, double amount) {
        boolean countable = measure.kind() == Measure.Kind.WHOLE && measure.unit() == Unit.COUNT;
        if (countable && amount != Math.rint(amount)) {
            c.complain(Diagnostic.error(number.span(), "this number must be whole", "no decimals here").see("numbers"));
        }
    }

    private Optional<Written> unit(Metric metric) {
        if (values.percent()) {
            return Optional.of(new Written(Unit.PERCENT, 1));
        }
        boolean rate = metric.measures().stream().anyMatch(m -> m.unit() == Unit.BYTES_PER_SECOND);
        if (c.takeAny(OPERATIONS)) {
            return perSecond(new Written(Unit.OPERATIONS_PER_SECOND, 1));
        }
        if (c.takeAny(PACKETS)) {
            return perSecond(new Written(rate ? Unit.PACKETS_PER_SECOND : Unit.PACKETS, 1));
        }
        Optional<Long> size = c.more() && !c.peek().quoted() ? Units.size(c.peek().getText()) : Optional.empty();
        if (size.isPresent()) {
            c.next();
            return perSecond(new Written(rate ? Unit.BYTES_PER_SECOND : Unit.BYTES, size.get()));
        }
        c.welcome(Units.SIZE_WORDS);
        if (rate) {
            c.welcome(List.of("B/s", "kB/s", "MB/s", "GB/s"));
        }
        Word word = c.peek();
        if (rate && c.takeAny(SECOND)) {
            c.warn(Diagnostic.warning(word.span(), "this rate has no unit of size", "read as bytes per second").see("units"));
            return Optional.of(new Written(Unit.BYTES_PER_SECOND, 1));
        }
        // The time over which traffic is summed up comes next; anywhere else a unit that does not fit is complained about.
        return metric.uses().contains(Metric.Use.SUMMED) ? Optional.empty() : values.timeUnit().map(f -> new Written(Unit.MILLISECONDS, f));
    }

    /** {@code 100 MB per second} says what {@code 100 MB/s} does, "per" being noise. */
    private Optional<Written> perSecond(Written written) {
        c.takeAny(SECOND);
        return Optional.of(written);
    }

    private Measure measureFor(Metric metric, Unit unit, Word word) {
        Optional<Measure> fitting = metric.measures().stream().filter(m -> m.unit() == unit).findFirst();
        if (fitting.isEmpty()) {
            c.complain(Diagnostic.error(word.span(), metric.phrase() + " is not measured in \"" + word.getText() + "\"",
                    "expected " + units(metric)).see("units"));
        }
        return fitting.orElse(metric.measures().getFirst());
    }

    /** The units of a metric in words. */
    static String units(Metric metric) {
        return metric.measures().stream().map(Quantities::words).distinct().collect(Collectors.joining(" or "));
    }

    private static String words(Measure measure) {
        return switch (measure.unit()) {
            case COUNT, LOAD -> "a plain number";
            case PERCENT -> "a percentage";
            case BYTES -> "a size such as 10 MB";
            case BYTES_PER_SECOND -> "bytes per second such as 10 MB/s";
            case OPERATIONS_PER_SECOND -> "operations/s";
            case PACKETS -> "packets";
            case PACKETS_PER_SECOND -> "packets/s";
            case MILLISECONDS -> "a time such as 10 seconds";
        };
    }

    private Measure unwritten(Metric metric, Word number, double value) {
        Measure measure = metric.measures().getFirst();
        boolean needsUnit = measure.unit() == Unit.PERCENT || metric.key().equals("service time");
        if (needsUnit) {
            if (c.more() && c.peek().startsLine() && c.headOfLine(c.peek())) {
                return measure;
            }
            Optional<String> near = c.more() ? c.suggest(c.peek()) : Optional.empty();
            Diagnostic complaint = Diagnostic.error(c.more() ? c.peek().span() : number.span(),
                    metric.phrase() + " needs a unit", "expected " + units(metric) + " after \"" + number.getText() + "\"");
            c.complain(near.map(n -> complaint.help(Wording.didYouMean(n))).orElse(complaint).see("units"));
            return measure;
        }
        boolean hasPercent = metric.measures().stream().anyMatch(m -> m.unit() == Unit.PERCENT);
        if (hasPercent && !metric.key().contains("filedescriptors") && (measure.unit() == Unit.BYTES || value <= 100) && value > 0) {
            String taken = measure.unit() == Unit.BYTES ? " bytes" : "";
            c.warn(Diagnostic.warning(number.span(), "this limit has no unit",
                            "read as " + number.getText() + (taken.isEmpty() ? ", not percent" : taken))
                    .help("did you mean \"" + number.getText().toLowerCase(Locale.ROOT) + "%\"?").see("units"));
        }
        return measure;
    }
}
