package jmonit.format;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

import jmonit.catalog.Catalog;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.View;

/** {@code summary}: a table of all services, by type; what was asked for by name or group stays in its own order. */
public final class SummaryText {

    private static final List<String> TYPES =
            List.of("system", "process", "file", "fifo", "directory", "filesystem", "host", "network", "program");
    private static final List<Table.Column> COLUMNS =
            List.of(new Table.Column("Service Name", 31), new Table.Column("Status", 26), new Table.Column("Type", 13));

    private final Catalog catalog;
    private final Instance instance;

    public SummaryText(Catalog catalog, Instance instance) {
        this.catalog = catalog;
        this.instance = instance;
    }

    public void write(Snapshot snapshot, Selection selection, Style style, Appendable out) throws IOException {
        out.append(StatusText.heading(instance, snapshot.at())).append('\n');
        var table = new Table(COLUMNS, style, out);
        table.head();
        for (View view : selection.whole() ? byType(selection.views()) : selection.views()) {
            table.row(row(view));
        }
        table.end();
    }

    private List<Table.Cell> row(View view) {
        var state = new State(view);
        return List.of(new Table.Cell(Amounts.line(view.service().name()), Ink.PLAIN), new Table.Cell(state.line(), state.ink()),
                new Table.Cell(StatusText.title(catalog, view), Ink.PLAIN));
    }

    private static List<View> byType(List<View> views) {
        return views.stream().sorted(Comparator.comparingInt(SummaryText::rank)).toList();
    }

    private static int rank(View view) {
        int rank = TYPES.indexOf(view.service().type());
        return rank < 0 ? TYPES.size() : rank;
    }
}
