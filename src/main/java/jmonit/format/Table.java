package jmonit.format;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Rows under titles; framed on a terminal, else set apart by blanks. What is too long is cut. */
final class Table {

    record Column(String title, int width) {
    }

    record Cell(String text, Ink ink) {
    }

    private static final String CUT = "...";

    private final List<Column> columns;
    private final Style style;
    private final Appendable out;

    Table(List<Column> columns, Style style, Appendable out) {
        this.columns = List.copyOf(columns);
        this.style = style;
        this.out = out;
    }

    void head() throws IOException {
        frame("┌", "┬", "┐");
        for (Column column : columns) {
            out.append(bar()).append(' ').append(style.paint(Ink.TITLE, fitted(column.title(), column.width()))).append(' ');
        }
        out.append(bar()).append('\n');
    }

    void row(List<Cell> cells) throws IOException {
        frame("├", "┼", "┤");
        for (int i = 0; i < columns.size(); i++) {
            // The colour takes the blank at the end along, unlike that of a title.
            var cell = cells.get(i);
            out.append(bar()).append(' ').append(style.paint(cell.ink(), fitted(cell.text(), columns.get(i).width()) + " "));
        }
        out.append(bar()).append('\n');
    }

    void end() throws IOException {
        frame("└", "┴", "┘");
    }

    private String bar() {
        return style == Style.TERMINAL ? style.paint(Ink.FRAME, "│") : "";
    }

    private void frame(String left, String middle, String right) throws IOException {
        if (style == Style.TERMINAL) {
            var lines = columns.stream().map(c -> "─".repeat(c.width() + 2)).collect(Collectors.joining(middle));
            out.append(style.paint(Ink.FRAME, left + lines + right)).append('\n');
        }
    }

    private static String fitted(String text, int width) {
        int length = text.codePointCount(0, text.length());
        if (length <= width) {
            return text + " ".repeat(width - length);
        }
        return text.substring(0, text.offsetByCodePoints(0, width - CUT.length())) + CUT;
    }
}
