package jmonit.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Pattern;
import jmonit.model.Service;
import jmonit.os.Files;
import jmonit.regex.Expression;
import jmonit.regex.Invalid;

/** Holds the patterns of a service against a text. The answer is how many of them match; whether that is wanted is not asked here. */
final class ProgramPatterns {

    private static final long LARGEST_FILE = 1 << 20;

    private final Files files;

    ProgramPatterns(Files files) {
        this.files = files;
    }

    Map<Integer, Answer> answers(Service service, String text) {
        var answers = new HashMap<Integer, Answer>();
        for (var i = 0; i < service.rules().size(); i++) {
            if (service.rules().get(i).when() instanceof Condition.Matches(_, Pattern pattern, _)) {
                answers.put(i, answer(pattern, text));
            }
        }
        return answers;
    }

    private Answer answer(Pattern pattern, String text) {
        try {
            var matching = 0;
            for (var line : lines(pattern)) {
                matching += matches(line, text) ? 1 : 0;
            }
            return new Answer.Lines(matching, List.of());
        } catch (IOException | IllegalStateException e) {
            return new Answer.Skipped(e.getMessage());
        }
    }

    private List<String> lines(Pattern pattern) throws IOException {
        return switch (pattern) {
            case Pattern.Regex(String regex) -> List.of(regex);
            case Pattern.FromFile(String path) ->
                new String(files.read(path, LARGEST_FILE), StandardCharsets.UTF_8).lines().filter(line -> !line.isEmpty()).toList();
        };
    }

    private static boolean matches(String regex, String text) throws IOException {
        return switch (Expression.parse(regex)) {
            case Expression expression -> expression.matches(text);
            case Invalid _ -> throw new IOException("'" + regex + "' is not a regular expression");
        };
    }
}
