package jmonit.model;

/** "N times within M cycles". One bit of history is kept for each cycle, hence the limit. */
public record Window(int times, int cycles) {

    public static final int MAX_CYCLES = Long.SIZE;
    public static final Window ONCE = new Window(1, 1);

    public Window {
        if (cycles < 1 || cycles > MAX_CYCLES) {
            throw new IllegalArgumentException("cycles must be 1.." + MAX_CYCLES + ", was " + cycles);
        }
        if (times < 1 || times > cycles) {
            throw new IllegalArgumentException("times must be 1.." + cycles + ", was " + times);
        }
    }
}
