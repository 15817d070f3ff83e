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

    @Test
    void findsTheSameAmongThousandsOfLines() {
        var patterns = new String[] {"ab*c a", "^c.*bb", "a$", "^b+ *$", "(ab|ca)+ c*$"};
        var expressions = expressions(patterns);
        var random = new Random(8);
        for (int round = 0; round < 40; round++) {
            int rarely = 1 << random.nextInt(14);
            var lines = Stream.generate(() -> random.nextInt(rarely) == 0 ? word(random) : "nothing " + "d".repeat(random.nextInt(200))).limit(2000).toList();

            var expected = lines.stream().filter(l -> expressions.stream().anyMatch(e -> e.matches(l))).toList();

            assertEquals(expected, passed(String.join("\n", lines) + "\n", patterns));
        }
    }

    @Test
    void findsTheSameWhereItHasToForgetAllTheTime() {
        // As many states as there are rows of sixteen letters.
        var pattern = "a[ab]{16}$";
        var random = new Random(9);
        var lines = Stream.generate(() -> random.ints(60, 0, 2).collect(StringBuilder::new, (s, i) -> s.append("ab".charAt(i)), StringBuilder::append))
                .map(StringBuilder::toString).limit(1000).toList();

        var expected = lines.stream().filter(l -> l.charAt(60 - 17) == 'a').toList();

        assertEquals(expected, passed(String.join("\n", lines) + "\n", pattern));
        assertEquals(expected.subList(0, 1), passed("b\n".repeat(20_000) + expected.getFirst() + "\n" + "b\n".repeat(20_000), pattern));
    }

    @Test
    void findsAMatchInALineThatIsLongerThanAllOthers() {
        assertEquals(1, passed("x".repeat(100_000) + "needle\n" + "y\n".repeat(10), "needle").size());
        assertEquals(1, passed("y\n".repeat(10) + "x".repeat(100_000) + "needle\n", "needle").size());
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
