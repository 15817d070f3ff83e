package jmonit.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Source;

/** Words and cursors for tests: the only place that knows how they are made. */
final class Words {

    private final Found found = new Found();
    private final Cursor cursor;

    /** A clause of this text. */
    Words(String text) {
        var words = new ArrayList<>(read(text).stream().filter(w -> w.getChannel() == Word.DEFAULT_CHANNEL).toList());
        this.cursor = new Cursor(words, 0, words.size() - 1, true, found);
    }

    Cursor cursor() {
        return cursor;
    }

    Values values() {
        return new Values(cursor);
    }

    /** What was complained about: the headlines. */
    List<String> complaints() {
        return found.all().stream().map(Diagnostic::message).toList();
    }

    /** All words with noise, comments and the end. */
    static List<Word> read(String text) {
        var lexer = new Lexer(new Source("monitrc", text, List.of()));
        var words = new ArrayList<Word>();
        do {
            words.add(lexer.next());
        } while (words.getLast().getType() != Word.EOF);
        return words;
    }

    /** Types and texts in one line, without the end: WORD:cpu COMPARATOR:&gt; NUMBER:5. */
    static String typed(List<Word> words) {
        return words.stream().filter(w -> w.getType() != Word.EOF)
                .map(w -> MonitParser.VOCABULARY.getSymbolicName(w.getType()) + ":" + w.getText()).collect(Collectors.joining(" "));
    }
}
