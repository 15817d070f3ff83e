package jmonit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import jmonit.catalog.Catalog;
import jmonit.format.Instance;
import jmonit.format.ReportText;
import jmonit.format.Selection;
import jmonit.format.StatusText;
import jmonit.format.StatusXml;
import jmonit.format.Style;
import jmonit.format.SummaryText;
import jmonit.http.Document;
import jmonit.http.Documents;
import jmonit.model.Snapshot;

/** What the web server hands out, written by {@code format}. {@code spare} belongs to whoever takes it, until it is put back. */
record Papers(Catalog catalog, Instance instance, LogPages pages, AtomicReference<Manuscript> spare) implements Documents {

    /** More than anybody reads on a page. */
    private static final int LINES = 2000;
    /** Paper that is not larger is written on again. */
    private static final int KEPT = 2 << 20;
    private static final String TEXT = "text/plain";
    private static final String XML = "text/xml";
    private static final String OURS = "jmonit";
    /** What Monit's clients are told: they know what to expect of that version. Our own ones say who they are. */
    private static final Instance.Program MONIT = new Instance.Program("Monit", "5.33.0");

    Papers(Catalog catalog, Instance instance, LogPages pages) {
        this(catalog, instance, pages, new AtomicReference<>(new Manuscript()));
    }

    @Override
    public Document show(Choice choice, Snapshot snapshot) {
        if (choice.xml()) {
            var form = choice.kind() == Kind.STATUS2 ? StatusXml.Form.SECOND : StatusXml.Form.FIRST;
            return document(XML, out -> new StatusXml(catalog, named(MONIT)).write(snapshot, form, List.of(), out));
        }
        return document(TEXT, out -> text(choice, snapshot, out));
    }

    private void text(Choice choice, Snapshot snapshot, Appendable out) throws IOException {
        Instance teller = choice.program().equals(OURS) ? instance : named(MONIT);
        Selection selection = selection(choice, snapshot);
        // As with Monit, "set terminal batch" counts for whoever asks.
        Style style = snapshot.settings().switches().batch() ? Style.PLAIN : Style.TERMINAL;
        if (choice.kind() == Kind.SUMMARY) {
            new SummaryText(catalog, teller).write(snapshot, selection, style, out);
        } else {
            new StatusText(catalog, teller).write(snapshot, selection, style, out);
        }
    }

    private static Selection selection(Choice choice, Snapshot snapshot) {
        if (!choice.group().isEmpty()) {
            return Selection.group(snapshot, choice.group());
        }
        return choice.service().isEmpty() ? Selection.all(snapshot) : Selection.named(snapshot, choice.service());
    }

    @Override
    public List<String> named(Snapshot snapshot, String pattern) {
        return Selection.named(snapshot, pattern).views().stream().map(v -> v.service().name()).toList();
    }

    private Instance named(Instance.Program program) {
        return new Instance(program, instance.incarnation(), instance.place(), instance.logins());
    }

    @Override
    public Document report(Choice choice, String type, Snapshot snapshot) {
        return document(TEXT, out -> {
            if (type.isEmpty()) {
                ReportText.write(reported(choice, snapshot), out);
            } else {
                out.append(ReportText.number(reported(choice, snapshot), type).map(n -> n + "\n").orElse(""));
            }
        });
    }

    /** As in Monit, of a group or of everything, never of one service. */
    private static Selection reported(Choice choice, Snapshot snapshot) {
        return choice.group().isEmpty() ? Selection.all(snapshot) : Selection.group(snapshot, choice.group());
    }

    @Override
    public String id() {
        return instance.incarnation().id();
    }

    @Override
    public String log(Snapshot snapshot) {
        return pages.page(snapshot.settings().files().log(), "", LINES).map(page -> String.join("\n", page.lines()) + "\n")
                .orElse("The log cannot be shown: it is no file that can be read\n");
    }

    private interface Writing {
        void to(Appendable out) throws IOException;
    }

    private Document document(String type, Writing writing) {
        Manuscript out = spare.getAndSet(new Manuscript()).cleared();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a text can always be appended to", e);
        }
        var document = new Document(type, out.bytes());
        if (out.capacity() <= KEPT) {
            spare.set(out);
        }
        return document;
    }
}
