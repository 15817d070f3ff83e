package jmonit.diagnostic;

import java.util.Arrays;

/** A source line as a terminal shows it: tabs widened, control characters made visible, and cut if it is very long. */
final class Row {
    private static final int LONGEST = 160;
    private static final int LEAD = 60;
    private static final int TAB = 4;
    private static final String CUT = "…";

    private final StringBuilder shown = new StringBuilder();
    private final int from;
    private final int[] cells;
    private int width;

    private Row(String line, int from, int to) {
        this.from = from;
        this.cells = new int[to - from + 1];
        if (from > 0) {
            show(CUT, 1);
        }
        int index = from;
        while (index < to) {
            index += showCharacter(line, index);
        }
        cells[to - from] = width;
        if (to < line.length()) {
            show(CUT, 1);
        }
    }

    /** @param focus the index in the line that must be seen, however long the line is */
    static Row of(String line, int focus) {
        int from = Math.clamp(focus - LEAD, 0, Math.max(0, line.length() - LONGEST));
        int to = Math.min(line.length(), from + LONGEST);
        return new Row(line, whole(line, from), whole(line, to));
    }

    String text() {
        return shown.toString();
    }

    /** Where the character at an index in the line is shown; at a cut, if it is beyond. */
    int cell(int index) {
        return index < from ? 0 : cells[Math.min(index - from, cells.length - 1)];
    }

    private int showCharacter(String line, int index) {
        int character = line.codePointAt(index);
        int length = Character.charCount(character);
        // Both halves of a surrogate pair stand in the same cell.
        Arrays.fill(cells, index - from, index - from + length, width);
        if (character == '\t') {
            int gap = TAB - width % TAB;
            show(" ".repeat(gap), gap);
        } else {
            show(Visible.glyph(character), Visible.cells(character));
        }
        return length;
    }

    private void show(String text, int taken) {
        shown.append(text);
        width += taken;
    }

    /** An index that does not cut a surrogate pair in two. */
    private static int whole(String line, int index) {
        boolean inside = index > 0 && index < line.length()
                && Character.isSurrogatePair(line.charAt(index - 1), line.charAt(index));
        return inside ? index - 1 : index;
    }
}
