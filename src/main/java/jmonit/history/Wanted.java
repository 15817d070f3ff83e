package jmonit.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Somebody who wants the cells of a place, one for each step. */
sealed interface Wanted {

    Kept kept();

    /** The steps of a range are counted from its first. */
    void take(int step, long cell);

    /** Each step as it is. */
    record Curve(Kept kept, double[] average, double[] low, double[] high) implements Wanted {

        static Curve of(Kept kept, int points) {
            return new Curve(kept, gaps(points), gaps(points), gaps(points));
        }

        Series from(Instant first, Duration step) {
            var kind = kept.kind();
            return new Series(kind.id(), kind.label(), kind.unit(), first, step, average, low, high);
        }

        @Override
        public void take(int step, long cell) {
            average[step] = Digits.few(Cell.average(cell));
            low[step] = Digits.few(Cell.low(cell));
            high[step] = Digits.few(Cell.high(cell));
        }
    }

    /** The average of each minute. {@code ahead} is how many steps after the beginning of the first minute the range begins. */
    final class Spark implements Wanted {

        private static final int PARTS = (int) Sparks.STEP.dividedBy(Range.HOUR.step());

        private final Kept kept;
        private final int ahead;
        private final double[] averages = gaps(Sparks.POINTS);
        private int minute = -1;
        private double sum;
        private int count;

        Spark(Kept kept, int ahead) {
            this.kept = kept;
            this.ahead = ahead;
        }

        @Override
        public Kept kept() {
            return kept;
        }

        /** Steps come in their order. */
        @Override
        public void take(int step, long cell) {
            int now = Math.floorDiv(step + ahead, PARTS);
            if (now != minute) {
                minute = now;
                sum = 0;
                count = 0;
            }
            sum += Cell.average(cell);
            count++;
            if (minute >= 0 && minute < averages.length) {
                averages[minute] = sum / count;
            }
        }

        double[] averages() {
            return Arrays.stream(averages).map(Digits::few).toArray();
        }
    }

    private static double[] gaps(int points) {
        var values = new double[points];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
