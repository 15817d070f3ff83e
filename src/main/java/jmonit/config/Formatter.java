package jmonit.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import jmonit.catalog.Catalog;
import jmonit.diagnostic.Source;

/**
 * Puts a control file in the one layout that {@code jmonit fmt} knows. It moves words and writes keywords in lower case, it never adds,
 * drops or swaps any, and it follows no include.
 */
public final class Formatter {

    private final Catalog catalog;

    public Formatter(Catalog catalog) {
        this.catalog = requireNonNull(catalog, "catalog");
    }

    public Formatted format(Source source) {
        List<Piece> pieces = new PieceReader(source, catalog).read();
        return objection(source, pieces)
                .<Formatted>map(reason -> new Formatted.Untouched(source.text(), reason))
                .orElseGet(() -> ordered(source, pieces));
    }

    private static Optional<String> objection(Source source, List<Piece> pieces) {
        if (source.text().indexOf('\0') >= 0) {
            return Optional.of("it holds a NUL character, and nothing after it is read");
        }
        return pieces.stream().filter(p -> p.is(MonitParser.UNCLOSED)).findFirst()
                .map(p -> "the string that begins with " + firstLine(p.text()) + " has no closing quote");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }

    /** Moving words about can join what was apart, so what was written is read again. */
    private Formatted ordered(Source source, List<Piece> pieces) {
        var out = new StringBuilder(source.text().length() + source.text().length() / 8);
        for (Paragraph paragraph : new Outline(pieces).paragraphs()) {
            out.append(paragraph.blankBefore() ? "\n" : "");
            new Layout(paragraph, out).write();
        }
        String text = out.toString();
        List<Piece> again = new PieceReader(new Source(source.name(), text, source.includedFrom()), catalog).read();
        return saysTheSame(pieces, again) ? new Formatted.Ordered(text)
                : new Formatted.Untouched(source.text(), "its words would not be read alike in another layout");
    }

    private static boolean saysTheSame(List<Piece> before, List<Piece> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).saysTheSameAs(after.get(i))) {
                return false;
            }
        }
        return true;
    }
}
