package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jmonit.diagnostic.Diagnostic;
import jmonit.os.FakeFiles;
import org.junit.jupiter.api.Test;

class StatementsTest {

    private final Found found = new Found();

    private Statements statements(String text) throws IOException {
        var texts = new Texts(new FakeFiles().file("monitrc", text), found);
        texts.open("monitrc");
        return new Statements(texts, found);
    }

    @Test
    void cutsBeforeEachSetAndCheck() throws IOException {
        var statements = statements("lost word set daemon 5 check file a path /x if changed size then alert set init");
        var cut = new ArrayList<String>();

        while (statements.hasNext()) {
            cut.add(Words.typed(statements.next()));
        }

        assertEquals(List.of("WORD:lost WORD:word", "SET:set WORD:daemon NUMBER:5",
                "CHECK:check KIND:file NAME:a WORD:path WORD:/x IF:if WORD:changed WORD:size THEN:then ALERT:alert", "SET:set WORD:init"), cut);
    }

    @Test
    void anEmptyTextHasNone() throws IOException {
        assertFalse(statements(" # only a comment").hasNext());
    }

    @Test
    void aStatementEndsWithAnEmptyWordBehindItsLast() throws IOException {
        Word end = statements("set daemon 5   \n\n").next().getLast();

        assertEquals(List.of(Word.EOF, 12), List.of(end.getType(), end.start()));
    }

    @Test
    void aStatementOfMoreThan100000WordsIsCut() throws IOException {
        var statements = statements("set " + "x ".repeat(Statements.LONGEST + 10));

        assertEquals(Statements.LONGEST + 1, statements.next().size());
        assertEquals(List.of("this statement is too long"), found.all().stream().map(Diagnostic::message).distinct().toList());
    }
}
