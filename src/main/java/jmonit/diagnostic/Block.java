package jmonit.diagnostic;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** One diagnostic as text: its headline, the source lines it is about with marks below, and what to do. */
final class Block {
    private static final int MOST_HELP = 2;

    private final Diagnostic diagnostic;
    private final Palette palette;
    private final Margin margin;
    private final StringBuilder out = new StringBuilder();

    private Block(Diagnostic diagnostic, Palette palette) {
        this.diagnostic = diagnostic;
        this.palette = palette;
        this.margin = Margin.of(diagnostic, palette);
    }

    static String of(Diagnostic diagnostic, Palette palette) {
        var block = new Block(diagnostic, palette);
        block.add(Headline.of(diagnostic, palette));
        block.addExcerpts();
        block.addNotes();
        return block.out.toString();
    }

    private void addExcerpts() {
        diagnostic.labels().stream()
                .collect(groupingBy(label -> label.span().source(), LinkedHashMap::new, toList()))
                .forEach(this::addExcerpt);
    }

    private void addExcerpt(Source source, List<Label> labels) {
        var lines = labels.stream().collect(groupingBy(label -> label.span().line(), TreeMap::new, toList()));
        int previous = lines.firstKey();
        if (source != primary().span().source()) {
            add(margin.arrow(Visible.text(source.name()) + ":" + previous));
        }
        add(margin.blank(""));
        for (var line : lines.entrySet()) {
            if (line.getKey() > previous + 1) {
                add(palette.quiet("..."));
            }
            previous = line.getKey();
            addLine(source, previous, line.getValue());
        }
    }

    private void addLine(Source source, int line, List<Label> labels) {
        int start = source.start(line);
        // Labels keep their order, so the primary is the first on its line and always in sight.
        var row = Row.of(source.lineText(line), labels.getFirst().span().start() - start);
        add(margin.numbered(line, row.text()));
        for (var label : labels) {
            int from = row.cell(label.span().start() - start);
            int to = row.cell(label.span().end() - start);
            add(margin.blank(" ".repeat(from) + marked(label, Math.max(1, to - from))));
        }
    }

    private String marked(Label label, int width) {
        var said = (label.equals(primary()) ? "^" : "-").repeat(width) + lead(Visible.text(label.text()));
        return label.equals(primary()) ? palette.alarming(diagnostic.severity(), said) : palette.quiet(said);
    }

    private Label primary() {
        return diagnostic.labels().getFirst();
    }

    private void addNotes() {
        var included = diagnostic.span().map(span -> span.source().includedFrom()).orElse(List.of());
        boolean notes = !included.isEmpty() || !diagnostic.help().isEmpty() || !diagnostic.topic().isEmpty();
        if (notes && !diagnostic.labels().isEmpty()) {
            add(margin.blank(""));
        }
        included.forEach(place -> addNote("included from " + place));
        diagnostic.help().stream().limit(MOST_HELP).forEach(help -> addNote("help: " + help));
        if (!diagnostic.topic().isEmpty()) {
            addNote("see:  jmonit help " + diagnostic.topic());
        }
    }

    private void addNote(String text) {
        add(margin.note(Visible.text(text)));
    }

    private void add(String line) {
        out.append(line).append('\n');
    }

    private static String lead(String text) {
        return text.isEmpty() ? "" : " " + text;
    }
}
