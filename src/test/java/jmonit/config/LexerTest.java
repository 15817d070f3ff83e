package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import jmonit.diagnostic.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            set daemon 30                    | SET:set WORD:daemon NUMBER:30
            SET Daemon 30                    | SET:SET WORD:Daemon NUMBER:30
            check file a with path /x        | CHECK:check KIND:file NAME:a NOISE:with WORD:path WORD:/x
            check file if path /x            | CHECK:check KIND:file NAME:if WORD:path WORD:/x
            check file "a b" path /x         | CHECK:check KIND:file NAME:a b WORD:path WORD:/x
            if cpu > 50% then alert          | IF:if WORD:cpu COMPARATOR:> NUMBER:50 PERCENT:% THEN:then ALERT:alert
            cpu>50%                          | WORD:cpu>50 PERCENT:%
            100MB                            | WORD:100MB
            1.5 .5 5. 1.2.3 -1               | NUMBER:1.5 WORD:.5 WORD:5. WORD:1.2.3 WORD:-1
            (a, b; c)                        | WORD:a WORD:b WORD:c
            a#b # rest                       | WORD:a#b COMMENT:# rest
            "a # b" 'c "d" e'                | STRING:a # b STRING:c "d" e
            "a \\" b                          | STRING:a \\ WORD:b
            "open                            | UNCLOSED:open
            group if                         | GROUP:group NAME:if
            depends on then, if else         | DEPENDS:depends on NAME:then NAME:if ELSE:else
            not every "* 1 * * *"            | NOT_EVERY:not every STRING:* 1 * * *
            not exist                        | WORD:not WORD:exist
            if 3 restart 5 restart           | IF:if NUMBER:3 WORD:restart NUMBER:5 RESTART:restart
            then restart                     | THEN:then RESTART:restart
            start program = "/x 'a b'"       | START:start NOISE:program COMPARATOR:= COMMAND:/x 'a b'
            start program="/x"               | START:start NOISE:program COMPARATOR:= COMMAND:/x
            start "/x '"' y"                 | START:start COMMAND:/x '"' y
            start '/x'                       | START:start STRING:/x
            exec "/x"                        | WORD:exec COMMAND:/x
            url http://a/b?c=[d]%20,         | WORD:url WORD:http://a/b?c=[d]%20,
            headers [A: b, C: d]             | WORD:headers LIST:A: b, C: d
            matching [ab]                    | WORD:matching WORD:[ab]
            { version: auto }                | OPEN:{ WORD:version NOISE:: WORD:auto CLOSE:}
            include /a/*.conf                | INCLUDE:/a/*.conf
            include "/a b"                   | INCLUDE:/a b
            mail-format { from: a@b c }      | WORD:mail-format OPEN:{ FIELD:from: a@b c  CLOSE:}
            mail-format { and x: y }         | WORD:mail-format OPEN:{ NOISE:and WORD:x: WORD:y CLOSE:}
            mail-format { :set }             | WORD:mail-format OPEN:{ WORD::set CLOSE:}
            mail-format { x set daemon {x: y | WORD:mail-format OPEN:{ WORD:x SET:set WORD:daemon OPEN:{ WORD:x NOISE:: WORD:y
            check nginx with pidfile /x      | CHECK:check KIND:process NAME:nginx NOISE:with WORD:pidfile WORD:/x
            check file pidfile /x            | CHECK:check KIND:file NAME:pidfile WORD:/x
            cpu() > 1                        | WORD:cpu() COMPARATOR:> NUMBER:1
            \\ and                            | NOISE:\\ NOISE:and
            """)
    void cutsTextIntoWords(String text, String words) {
        assertEquals(words, Words.typed(Words.read(text)));
    }

    @Test
    void namesMayNotBeginOnTheNextLine() {
        assertEquals("WORD:check WORD:process", Words.typed(Words.read("check\nprocess")));
    }

    @Test
    void fieldsOfAMailFormatTakeTheirLinesAndTheMessageAllItHas() {
        var words = Words.read("mail-format {\n subject: a # b\n message: c\n d }\n}");

        assertEquals("WORD:mail-format OPEN:{ FIELD:subject: a # b FIELD:message: c\n d  CLOSE:} CLOSE:}", Words.typed(words));
    }

    @Test
    void linesAndColumnsAreRightBehindTabsAndReturns() {
        var word = Words.read("set daemon 5\r\n\tcheck file a").get(3);

        assertEquals(List.of(2, 2), List.of(word.span().line(), word.span().column()));
    }

    @Test
    void aByteOrderMarkIsNoWord() {
        assertEquals("SET:set", Words.typed(Words.read("\uFEFFset")));
    }

    @Test
    void nothingIsReadBehindANul() {
        var lexer = new Lexer(new Source("monitrc", "set\0daemon", List.of()));

        assertEquals("set", lexer.next().getText());
        assertEquals(Word.EOF, lexer.next().getType());
        assertTrue(lexer.endsEarly());
    }

    @Test
    void anOrdinaryTextDoesNotEndEarly() {
        assertFalse(new Lexer(new Source("monitrc", "set daemon 5", List.of())).endsEarly());
    }

    @Test
    void aStringWithoutEndTakesTheRestOfTheText() {
        var open = Words.read("set logfile \"/var/log\nset daemon 5\n").getLast();

        assertEquals(Word.EOF, open.getType());
        assertEquals(35, open.start());
    }
}
