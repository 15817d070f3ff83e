package jmonit.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Pattern;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.os.Disk;
import jmonit.regex.Expression;
import jmonit.regex.Invalid;
import jmonit.regex.Sieve;

/** All content rules of one file with what they ignore. Kept over looks, as expressions learn; for one look at a time. */
final class Searches {

    private static final int LARGEST_PATTERN_FILE = 1 << 20;

    private final List<Search> searches = new ArrayList<>();
    private final List<Search> ignores = new ArrayList<>();
    private final Sieve sieve;

    Searches(Service service, Disk disk) throws IOException {
        collect(service.rules(), searches, disk);
        collect(service.ignores(), ignores, disk);
        sieve = searches.stream().anyMatch(Search::negated)
                ? Sieve.all()
                : Sieve.of(searches.stream().flatMap(s -> s.expressions().stream()).toList());
    }

    private static void collect(List<Rule> rules, List<Search> into, Disk disk) throws IOException {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).when() instanceof Condition.Matches(String metric, var pattern, boolean negated) && metric.equals("content")) {
                into.add(new Search(i, expressions(pattern, disk), negated));
            }
        }
    }

    private static List<Expression> expressions(Pattern pattern, Disk disk) throws IOException {
        return switch (pattern) {
            case Pattern.Regex(String text) -> List.of(expression(text));
            case Pattern.FromFile(String path) -> fromFile(path, disk);
        };
    }

    private static List<Expression> fromFile(String path, Disk disk) throws IOException {
        var expressions = new ArrayList<Expression>();
        for (var line : lines(path, disk)) {
            if (!line.isEmpty()) {
                expressions.add(expression(line));
            }
        }
        return expressions;
    }

    private static List<String> lines(String path, Disk disk) throws IOException {
        var bytes = new byte[LARGEST_PATTERN_FILE];
        try (var file = disk.open(path)) {
            return new String(bytes, 0, file.read(bytes, 0, bytes.length, 0), UTF_8).lines().toList();
        }
    }

    private static Expression expression(String text) throws IOException {
        return switch (Expression.parse(text)) {
            case Expression e -> e;
            case Invalid invalid -> throw new IOException("\"" + text + "\" is no regular expression: " + invalid.reason());
        };
    }

    /** An empty page for each rule. */
    Map<Integer, Hits> page(long limit) {
        var hits = new HashMap<Integer, Hits>();
        searches.forEach(s -> hits.put(s.rule(), new Hits(limit)));
        return hits;
    }

    Map<Integer, Answer> all(Answer answer) {
        var answers = new HashMap<Integer, Answer>();
        searches.forEach(s -> answers.put(s.rule(), answer));
        return answers;
    }

    /** Whole lines, each with its line feed. */
    void lines(byte[] text, int from, int to, Map<Integer, Hits> hits) {
        int at = sieve.next(text, from, to);
        while (at >= 0) {
            int end = at;
            while (text[end] != '\n') {
                end++;
            }
            line(text, at, end, hits);
            at = sieve.next(text, end + 1, to);
        }
    }

    void line(byte[] text, int from, int to, Map<Integer, Hits> hits) {
        if (ignored(text, from, to)) {
            return;
        }
        for (var search : searches) {
            find(search, text, from, to, hits.get(search.rule()));
        }
    }

    private boolean ignored(byte[] text, int from, int to) {
        try {
            return ignores.stream().anyMatch(i -> i.finds(text, from, to));
        } catch (IllegalStateException e) {
            // Too hard a back-reference: better one line too many than one that nobody sees.
            return false;
        }
    }

    private static void find(Search search, byte[] text, int from, int to, Hits hits) {
        try {
            if (search.finds(text, from, to)) {
                hits.add(text, from, to);
            }
        } catch (IllegalStateException e) {
            // A back-reference that needs too long; the next line may do.
            hits.trouble("cannot search a line of " + (to - from) + " bytes: " + e.getMessage());
        }
    }
}
