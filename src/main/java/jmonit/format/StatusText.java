package jmonit.format;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

import jmonit.catalog.Catalog;
import jmonit.catalog.ServiceType;
import jmonit.model.Mode;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.View;

/** {@code status}: a block for each service. */
public final class StatusText {

    private static final int LABEL = 28;
    private static final String MARGIN = "  ";
    /** Under the value, for what has several lines. */
    private static final String NEXT_LINE = "\n" + " ".repeat(MARGIN.length() + LABEL + 1);

    private final Catalog catalog;
    private final TypeLines types;
    private final Instance instance;

    public StatusText(Catalog catalog, Instance instance) {
        this.catalog = catalog;
        this.types = new TypeLines(catalog);
        this.instance = instance;
    }

    public void write(Snapshot snapshot, Selection selection, Style style, Appendable out) throws IOException {
        out.append(heading(instance, snapshot.at())).append("\n\n");
        for (View view : selection.views()) {
            block(view, style, out);
        }
    }

    /** What every text begins with: "Monit 5.33.0 uptime: 4h 33m". */
    static String heading(Instance instance, Instant now) {
        return instance.program().name() + " " + instance.program().version() + " uptime: "
                + Amounts.uptime(instance.incarnation().life(now));
    }

    /** "Remote Host"; the keyword itself where nobody knows the type. */
    static String title(Catalog catalog, View view) {
        return catalog.serviceType(view.service().type()).map(ServiceType::title).orElse(view.service().type());
    }

    private void block(View view, Style style, Appendable out) throws IOException {
        var title = title(catalog, view) + " '" + Amounts.line(view.service().name()) + "'";
        out.append(style.paint(Ink.TITLE, title)).append('\n');
        var state = new State(view);
        status(state, style, out);
        for (Sheet.Line line : lines(state)) {
            line(line, style, out);
        }
        out.append('\n');
    }

    private static void status(State state, Style style, Appendable out) throws IOException {
        label("status", out);
        String between = "";
        for (State.Word word : state.words()) {
            out.append(between).append(style.paint(word.ink(), word.text()));
            between = " | ";
        }
        out.append(state.pending()).append('\n');
    }

    private Iterable<Sheet.Line> lines(State state) {
        var sheet = new Sheet(state, instance.place().zone());
        var care = state.view().service().care();
        sheet.line("monitoring status", state.monitoring().text(), state.monitoring().ink());
        sheet.line("monitoring mode", care.mode() == Mode.PASSIVE ? "passive" : "active", Ink.PLAIN);
        sheet.line("on reboot", care.onReboot().name().toLowerCase(Locale.ROOT), Ink.PLAIN);
        if (state.known()) {
            types.add(sheet);
        }
        sheet.line("data collected", Amounts.moment(collected(state.view(), instance), instance.place().zone()), Ink.VALUE);
        return sheet.lines();
    }

    /** Where nobody looked yet, the beginning counts. */
    static Instant collected(View view, Instance instance) {
        return view.seen().isEmpty() ? instance.incarnation().began() : view.at();
    }

    private static void line(Sheet.Line line, Style style, Appendable out) throws IOException {
        label(line.label(), out);
        out.append(style.paint(line.ink(), line.text().replace("\n", NEXT_LINE))).append('\n');
    }

    private static void label(String label, Appendable out) throws IOException {
        out.append(MARGIN).append(label).append(" ".repeat(Math.max(0, LABEL - label.length()))).append(' ');
    }
}
