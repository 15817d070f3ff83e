package jmonit.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionMatchTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
        b                ~ abc      ~ true
        b                ~ acd      ~ false
        ^b               ~ ab       ~ false
        b$               ~ ba       ~ false
        ^$               ~ ""       ~ true
        \\`a\\'          ~ a        ~ true
        x*               ~ abc      ~ true
        a|               ~ z        ~ true
        a+b              ~ caab     ~ true
        ^a{2,3}$         ~ a        ~ false
        ^a{2,3}$         ~ aaa      ~ true
        ^a{2,3}$         ~ aaaa     ~ false
        ^a{,2}$          ~ aa       ~ true
        ^a{2}{3}$        ~ aaaaaa   ~ true
        ^(ab|c)*$        ~ abcab    ~ true
        ^(ab|c)*$        ~ abca     ~ false
        ^(a|ab)(c|bcd)$  ~ abcd     ~ true
        a++a             ~ aaa      ~ true
        a)               ~ a)       ~ true
        a$b              ~ ab       ~ false
        \\d              ~ 5        ~ false
        \\d              ~ d        ~ true
        [\\d]            ~ \\       ~ true
        [a&&b]           ~ &        ~ true
        [a[b]            ~ [        ~ true
        [^]a]            ~ ]a       ~ false
        [[:digit:]]+x    ~ a12x     ~ true
        [^[:alpha:]_]    ~ ab_c     ~ false
        [[.-.]x]         ~ -        ~ true
        [+--]            ~ ,        ~ true
        \\bfoo\\b        ~ a foo.   ~ true
        \\bfoo\\b        ~ a food   ~ false
        \\<oo            ~ foo      ~ false
        fo\\>            ~ foo      ~ false
        \\Boo\\b         ~ foo      ~ true
        \\w\\W\\w        ~ a-b      ~ true
        \\s\\S           ~ a b      ~ true
        (^|,)b(,|$)      ~ a,b      ~ true
        (^|,)b(,|$)      ~ ab       ~ false
        """)
    void matchesAnywhereInTheText(String pattern, String text, boolean expected) {
        assertEquals(expected, expression(pattern).matches(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        ^(a+)b\\1$       ~ aabaa    ~ true
        ^(a+)b\\1$       ~ aaba     ~ false
        (a|b)*\\1        ~ abb      ~ true
        ((a)|b)\\2       ~ ba       ~ false
        \\<(.)\\1\\>     ~ xx yz    ~ true
        \\<(.)\\1\\>     ~ xxx yz   ~ false
        (a){0}(b)\\2     ~ bb       ~ true
        (a){0}\\1        ~ a        ~ false
        (a)*\\1         ~ a        ~ false
        (a){,2}\\1      ~ a        ~ false
        ([[:digit:]]).\\1$ ~ 1é11   ~ false
        """)
    void remembersGroups(String pattern, String text, boolean expected) {
        assertEquals(expected, expression(pattern).matches(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        ErRor       ~ an eRROR ~ true
        [a-c]       ~ B        ~ true
        [^a]        ~ A        ~ false
        [[:upper:]] ~ a        ~ true
        (a)\\1      ~ xaA      ~ true
        \\W         ~ ab       ~ false
        \\d         ~ D        ~ false
        """)
    void ignoresCaseOnRequest(String pattern, String text, boolean expected) {
        var expression = (Expression) Expression.parse(pattern, true);

        assertEquals(expected, expression.matches(text));
    }

    @Test
    void takesOneByteForOneCharacter() {
        assertTrue(expression("^..$").matches("é"));
        assertTrue(expression("^é+$").matches("é"));
        assertTrue(expression("[é]").matches("è"));
    }

    @Test
    void knowsNoLines() {
        assertTrue(expression("a.b").matches("a\nb"));
        assertFalse(expression("a$").matches("a\n"));
        assertFalse(expression("^b").matches("a\nb"));
    }

    @Test
    void matchesNulWithListsButNotWithTheDot() {
        assertFalse(expression(".").matches("\0"));
        assertTrue(expression("[^a]").matches("\0"));
    }

    @Test
    void looksAtNothingOutsideThePart() {
        var text = "xfoox".getBytes(StandardCharsets.UTF_8);

        assertTrue(expression("^\\<foo\\>$").matches(text, 1, 4));
        assertFalse(expression("x").matches(text, 1, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> expression("x").matches(text, 1, 6));
    }

    @Test
    void givesUpABackReferenceThatTakesTooLong() {
        var expression = expression("^((a*)*)*b\\1$");

        var refusal = assertThrows(IllegalStateException.class, () -> expression.matches("a".repeat(100)));

        assertTrue(refusal.getMessage().startsWith("a back-reference needs too "), refusal.getMessage());
    }

    private static Expression expression(String pattern) {
        return (Expression) Expression.parse(pattern);
    }
}
