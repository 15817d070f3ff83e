package jmonit.config;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;

import jmonit.diagnostic.Diagnostic;

/** A word where the shape of the language has no place for one. The grammar takes nearly everything, so this is rare. */
final class ShapeErrors extends BaseErrorListener {

    private final Found found;

    ShapeErrors(Found found) {
        this.found = found;
    }

    @Override
    public void syntaxError(Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message, RecognitionException e) {
        Word word = (Word) symbol;
        found.add(Diagnostic.error(word.span(), "\"" + word.raw() + "\" has no place here", "expected a statement or a clause").see("control-file"));
    }
}
