package jmonit.diagnostic;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * One file's text as it was read, and how it came to be read.
 *
 * <p>A line ends at {@code \n} or {@code \r\n}; a lone {@code \r} does not count, as in Monit. Two readings of a file
 * are two sources, even if nothing changed in between.
 */
public final class Source {
    private static final int[] NOT_BUILT = {};

    private final String name;
    private final String text;
    private final List<String> includedFrom;
    // A file without faults never needs it. Volatile, for the thread that reads a file need not be the one that prints.
    private volatile int[] lineStarts = NOT_BUILT;

    /**
     * @param name the path as the operator knows it
     * @param includedFrom {@code file:line} of each include that led here, innermost first; empty for the main file
     */
    public Source(String name, String text, List<String> includedFrom) {
        this.name = requireNonNull(name, "name");
        this.text = requireNonNull(text, "text");
        this.includedFrom = List.copyOf(includedFrom);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    public List<String> includedFrom() {
        return includedFrom;
    }

    /** The line an offset stands on, counted from 1; the end of the text is an offset too. */
    public int line(int offset) {
        Objects.checkIndex(offset, text.length() + 1);
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column an offset stands on, counted from 1 in characters (code points), a tab being one. */
    public int column(int offset) {
        return text.codePointCount(start(line(offset)), offset) + 1;
    }

    /** A line without its line end. */
    public String lineText(int line) {
        return text.substring(start(line), end(line));
    }

    /** The offset at which a line starts. */
    int start(int line) {
        return lineStarts()[line - 1];
    }

    private int end(int line) {
        if (line == lineStarts().length) {
            return text.length();
        }
        int feed = start(line + 1) - 1;
        boolean withReturn = feed > start(line) && text.charAt(feed - 1) == '\r';
        return withReturn ? feed - 1 : feed;
    }

    private int[] lineStarts() {
        if (lineStarts == NOT_BUILT) {
            lineStarts = index(text);
        }
        return lineStarts;
    }

    private static int[] index(String text) {
        var feeds = IntStream.range(0, text.length()).filter(offset -> text.charAt(offset) == '\n');
        return IntStream.concat(IntStream.of(0), feeds.map(offset -> offset + 1)).toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
