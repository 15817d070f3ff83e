package jmonit.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParseTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "", "|", "a||b", "a|", "(|a)", "()", "()*", "(){2}", ")", "a)*", "())", "a++", "x**", "a{1}{2}", "a*{1}",
        "a{,2}", "a{,}", "a{1,}", "a{01}", "a{0}", "a{1\\,2}", "a{\\0}", "a{256}", "a{32767}", "a{1}}", "}", "\\{",
        "a\\{2", "\\d", "\\)", "[]a]", "[^]a]", "[a[b]", "[-a]", "[a-]", "[--a]", "[%--]", "[a-z-]", "[\\]",
        "[[.-.]]", "[[.a.]-[.c.]]", "[[=a=]]", "[[:alpha:]]", "[:alpha:]", "(a)\\1", "((a)\\2)", "((a)|b)\\2",
        "(a){0}\\1", "^^", "a^b", "é{2}"})
    void acceptsWhatGlibcAccepts(String pattern) {
        assertInstanceOf(Expression.class, Expression.parse(pattern));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
        *a             ~ 0 ~ Invalid preceding regular expression
        {1}            ~ 0 ~ Invalid preceding regular expression
        a|*b           ~ 2 ~ Invalid preceding regular expression
        ^*             ~ 1 ~ Invalid preceding regular expression
        \\b+           ~ 2 ~ Invalid preceding regular expression
        (?:a)          ~ 1 ~ Invalid preceding regular expression
        a(             ~ 1 ~ Unmatched ( or \\(
        (a|(b)         ~ 0 ~ Unmatched ( or \\(
        a{             ~ 1 ~ Unmatched \\{
        a{1            ~ 1 ~ Unmatched \\{
        a{2\\}         ~ 1 ~ Unmatched \\{
        a{}            ~ 1 ~ Invalid content of \\{\\}
        a{x}           ~ 1 ~ Invalid content of \\{\\}
        a{2,1}         ~ 1 ~ Invalid content of \\{\\}
        a{1,2,3}       ~ 1 ~ Invalid content of \\{\\}
        a{32768}       ~ 1 ~ Regular expression too big
        a\\            ~ 1 ~ Trailing backslash
        b\\1           ~ 1 ~ Invalid back reference
        (a\\1)         ~ 2 ~ Invalid back reference
        (a)|b\\1       ~ 5 ~ Invalid back reference
        a[             ~ 1 ~ Invalid regular expression
        a[b            ~ 1 ~ Unmatched [, [^, [:, [., or [=
        []             ~ 0 ~ Unmatched [, [^, [:, [., or [=
        [[:alpha:]     ~ 0 ~ Unmatched [, [^, [:, [., or [=
        x[[:foo:]]     ~ 2 ~ Invalid character class name
        [[:ALPHA:]]    ~ 1 ~ Invalid character class name
        [[.hyphen.]]   ~ 1 ~ Invalid collation character
        [[=ab=]]       ~ 1 ~ Invalid collation character
        [z-a]          ~ 1 ~ Invalid range end
        [a-c-e]        ~ 4 ~ Invalid range end
        [[:digit:]-z]  ~ 10 ~ Invalid range end
        éé[z-a]        ~ 3 ~ Invalid range end
        """)
    void refusesWhatGlibcRefuses(String pattern, int offset, String reason) {
        assertEquals(new Invalid(reason, offset), Expression.parse(pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[_-a]", "[Z-a]"})
    void comparesRangesInUpperCaseWhereCaseDoesNotMatter(String pattern) {
        assertEquals(new Invalid("Invalid range end", 1), Expression.parse(pattern, true));
    }

    @Test
    void refusesRepetitionsThatWouldFillTheMemory() {
        assertEquals(new Invalid("Regular expression too big", 12), Expression.parse("x(a{1,1000}){1000}"));
    }

    @Test
    void refusesEmptyRepetitionsThatWouldTakeForever() {
        assertEquals(new Invalid("Regular expression too big", 9), Expression.parse("(){32767}{32767}"));
    }

    @Test
    void limitsTheDepthOfParentheses() {
        assertInstanceOf(Expression.class, Expression.parse("(".repeat(250) + ")".repeat(250)));
        assertEquals(
                new Invalid("Regular expression too big", 250),
                Expression.parse("(".repeat(251) + ")".repeat(251)));
    }

    @Test
    void readsRowsOfRepetitionsOfAnyLength() {
        assertInstanceOf(Expression.class, Expression.parse("a" + "*?+{1}{0}".repeat(20_000)));
    }
}
