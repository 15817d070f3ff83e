package jmonit.config;

import java.util.ArrayList;
import java.util.List;

import jmonit.diagnostic.Diagnostic;

/** Cuts the words into statements, so that no more than one of them is parsed at a time however long the file. */
final class Statements {

    static final int LONGEST = 100_000;

    private final Texts texts;
    private final Found found;
    private Word ahead;

    Statements(Texts texts, Found found) {
        this.texts = texts;
        this.found = found;
        this.ahead = texts.next();
    }

    boolean hasNext() {
        return ahead.getType() != Word.EOF;
    }

    /** The words of the next statement, closed by one of type EOF. */
    List<Word> next() {
        var words = new ArrayList<Word>();
        boolean complained = false;
        do {
            if (words.size() == LONGEST && !complained) {
                complained = true;
                found.add(Diagnostic.error(ahead.span(), "this statement is too long",
                        "at most " + LONGEST + " words belong to one statement").see("control-file"));
            }
            if (words.size() < LONGEST) {
                ahead.place(words.size());
                words.add(ahead);
            }
            ahead = texts.next();
        } while (!startsStatement(ahead));
        Word last = words.getLast();
        var end = new Word(last.source(), Word.EOF, last.end(), last.end(), "");
        end.place(words.size());
        words.add(end);
        return words;
    }

    private static boolean startsStatement(Word word) {
        return word.getType() == MonitParser.SET || word.getType() == MonitParser.CHECK || word.getType() == Word.EOF;
    }
}
