package jmonit.regex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Linker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares verdicts, reasons and matches with the C library of this machine. Left out are the two differences the
 * package knows: newlines beside {@code $} and {@code ^}, and the matches of back-references, over which some of the
 * random patterns would even crash the C library.
 */
@Tag("live")
class GlibcAgreementTest {
    private static final List<String> TRICKY = List.of("""
            [[:alpha:]] \\d \\< [a[b] [[.-.]] a++ a{,2} a{2,1} a{ a{1 x** a) ( () *a ^* ^*ab + ? {1} { a{1}{2} a{256}
            a{32767} a{32768} [z-a] []a] [^]a] [a [[:foo:]] \\ \\1 (a)\\1 \\2 a{1\\,2} a{x a{1x} a{1,x} a{,} a{} a{1,
            {a (*a) (+) ()* (){2} a{0} (^*) $* \\b* \\<+ \\b{2} (a){0}\\1 (a\\1) ((a)\\2) [[.ab.]] [[.hyphen.]]
            [[=ab=]] [[=a=]-b] [a-[=b=]] [a-[:alpha:]] [[:alpha:]-z] [a-[.z.]] [--a] [a--] [a-z-9] [a-z-] [a-] [-a]
            [-] [] [^] [ [^ [[] [[]] [[. [[.a [[.a. [[.a.] [[: [[:alpha [[:alpha: [[:alpha:] [[:] [[=] [[.] [[:]]
            [[::]] [[..]] [[.].]] [[==]] [[===]] [[...]] [a-]] [%--] [[.-.]-a] [+--] [---] [2---] [\\] [\\]] (?:a) (a
            (a)b) a\\{2 \\{ \\} } a} ) ()) )* a)* \\) [[:ALPHA:]] [:alpha:] [a-c-e] [[.a.]-[.c.]] [a-[..]] \\> \\B \\`
            \\' \\`* \\w* \\W{2} ^+ a^* (^ (^|b)* ^^* a{1}* a*{1} a{999999999999} a{1,999999} a{99999,1} {,1} a{01}
            a{1}} | a||b a|*b (|a) (a|) |* a|+ (|*) a| [a|b \\| a{2\\} a{\\1} a{\\0} (a)|b\\1 ((a)|b)\\2 [[:digit:]
            [é-ü] [ü-é] [[:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:]] [[:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:]]
            """.strip().split("\\s+"));
    private static final int PATTERNS = 20_000;
    private static final int TEXTS = 12;

    @BeforeAll
    static void needsGlibc() {
        assumeTrue(Linker.nativeLinker().defaultLookup().find("gnu_get_libc_version").isPresent());
    }

    @Test
    void agreesOnTrickyPatterns() {
        assertEquals(List.of(), differences(TRICKY, false));
    }

    @Test
    void agreesOnRandomPatterns() {
        assertEquals(List.of(), differences(randomPatterns(1), false));
    }

    @Test
    void agreesOnRandomPatternsWhereCaseDoesNotMatter() {
        assertEquals(List.of(), differences(randomPatterns(2), true));
    }

    private static List<String> randomPatterns(long seed) {
        var patterns = new NastyPatterns(seed);
        var list = new ArrayList<String>();
        for (int i = 0; i < PATTERNS; i++) {
            list.add(patterns.pattern());
        }
        return list;
    }

    private static List<String> differences(List<String> patterns, boolean ignoreCase) {
        var texts = new NastyPatterns(patterns.size());
        var differences = new ArrayList<String>();
        try (var glibc = new Glibc()) {
            for (var pattern : patterns) {
                differences.addAll(differences(glibc, pattern, ignoreCase, texts));
            }
        }
        return differences;
    }

    private static List<String> differences(Glibc glibc, String pattern, boolean ignoreCase, NastyPatterns texts) {
        var verdict = glibc.compile(pattern, ignoreCase);
        var parsed = Expression.parse(pattern, ignoreCase);
        if (!verdict.equals(verdict(parsed))) {
            return List.of(pattern + " is " + verdict + " for glibc, " + verdict(parsed) + " for us");
        }
        return parsed instanceof Expression expression ? differences(glibc, expression, texts) : List.of();
    }

    private static String verdict(Parsed parsed) {
        return parsed instanceof Invalid(var reason, _) ? reason : Glibc.VALID;
    }

    private static List<String> differences(Glibc glibc, Expression expression, NastyPatterns texts) {
        var differences = new ArrayList<String>();
        for (int i = 0; i < TEXTS && !expression.refersBack(); i++) {
            var text = texts.text();
            if (glibc.matches(text.getBytes(UTF_8)) != expression.matches(text)) {
                differences.add(expression + " on " + text);
            }
        }
        glibc.free();
        return differences;
    }
}
