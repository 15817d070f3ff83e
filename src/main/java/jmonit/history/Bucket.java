package jmonit.history;

/** What was measured within one step; one thread. */
final class Bucket {

    private int count;
    private double sum;
    private double low;
    private double high;

    void add(double value) {
        add(value, value, value);
    }

    /** A shorter step that is part of this one. */
    void add(long cell) {
        if (Cell.holds(cell)) {
            add(Cell.average(cell), Cell.low(cell), Cell.high(cell));
        }
    }

    private void add(double average, double lowest, double highest) {
        low = count == 0 ? lowest : Math.min(low, lowest);
        high = count == 0 ? highest : Math.max(high, highest);
        sum += average;
        count++;
    }

    boolean empty() {
        return count == 0;
    }

    long cell() {
        return count == 0 ? Cell.GAP : Cell.of(average(), low, high);
    }

    /** NaN for a gap. The sum may have been rounded to a little more than it is. */
    double average() {
        return count == 0 ? Double.NaN : Math.clamp(sum / count, low, high);
    }

    void clear() {
        count = 0;
        sum = 0;
    }
}
