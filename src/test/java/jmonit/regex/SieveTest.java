package jmonit.regex;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class SieveTest {

    @Test
    void findsTheLinesOfAnyExpression() {
        assertEquals(List.of("an ERROR", "FATAL"), passed("all well\nan ERROR\nnothing\nFATAL\n", "ERR", "^FATAL$"));
    }

    @Test
    void takesEachLineForAText() {
        assertEquals(List.of("b", ""), passed("ab\nb\nba\n\n", "^b$", "^$"));
    }

    @Test
    void doesNotMatchAcrossLines() {
        assertEquals(List.of("axb"), passed("a\nb\naxb\n", "a.b", "a[^x]b"));
    }

    @Test
    void goesOnAfterALineThatCannotMatchAnyMore() {
        assertEquals(List.of("x1", "x2"), passed("abc\nx1\ncx\nx2\n", "^x[0-9]"));
    }

    @Test
    void letsEveryLinePassWhereAnExpressionRefersBack() {
        assertEquals(List.of("a", "b"), passed("a\nb\n", "(x)\\1", "q"));
    }

    @Test
    void letsNothingPassWithoutExpressions() {
        assertEquals(List.of(), passed("a\nb\n"));
    }

    @Test
    void passesWhatTheExpressionsMatchOneByOne() {
        var patterns = new String[] {"ab*c", "^c", "a$", "[^a]b$", "\\<b", "a.c", "(ab|ca)+$"};
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var lines = Stream.generate(() -> word(random)).limit(20).toList();

            var expected = lines.stream().filter(l -> expressions(patterns).stream().anyMatch(e -> e.matches(l))).toList();

            assertEquals(expected, passed(String.join("\n", lines) + "\n", patterns));
        }
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(6), 0, 4).collect(StringBuilder::new, (s, i) -> s.append("abc ".charAt(i)), StringBuilder::append).toString();
    }

    private static List<String> passed(String text, String... patterns) {
        var sieve = Sieve.of(expressions(patterns));
        var bytes = text.getBytes(ISO_8859_1);
        var lines = new ArrayList<String>();
        for (int at = sieve.next(bytes, 0, bytes.length); at >= 0; at = sieve.next(bytes, at, bytes.length)) {
            int end = text.indexOf('\n', at);
            lines.add(text.substring(at, end));
            at = end + 1;
        }
        return lines;
    }

    private static List<Expression> expressions(String... patterns) {
        return Stream.of(patterns).map(p -> (Expression) Expression.parse(p)).toList();
    }
}
