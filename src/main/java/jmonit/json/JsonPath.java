package jmonit.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The way to one value: {@code $.checks[0].state}, {@code $["odd name"]}; a place that counts from the end is negative. */
public record JsonPath(String text, List<Step> steps) {

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /** From a value into it. */
    public sealed interface Step {

        record Field(String name) implements Step {
        }

        record Place(int number) implements Step {
        }
    }

    private static final Pattern STEP = Pattern.compile("\\.[\\p{L}_][\\p{L}\\p{N}_-]*+|\\[-?\\d{1,9}]|\\[\"[^\"\\p{Cntrl}]*+\"]|\\['[^'\\p{Cntrl}]*+']");
    private static final int LONGEST = 1000;

    /** Nothing where the text is no path. */
    public static Optional<JsonPath> parse(String text) {
        if (!text.startsWith("$") || text.length() > LONGEST) {
            return Optional.empty();
        }
        var steps = new ArrayList<Step>();
        var step = STEP.matcher(text);
        var at = 1;
        while (at < text.length()) {
            if (!step.region(at, text.length()).lookingAt()) {
                return Optional.empty();
            }
            steps.add(step(step.group()));
            at = step.end();
        }
        return Optional.of(new JsonPath(text, steps));
    }

    /** {@code .name}, {@code ["name"]} or {@code [0]} */
    private static Step step(String text) {
        if (text.startsWith(".")) {
            return new Step.Field(text.substring(1));
        }
        var inside = text.substring(1, text.length() - 1);
        var quoted = inside.startsWith("\"") || inside.startsWith("'");
        return quoted ? new Step.Field(inside.substring(1, inside.length() - 1)) : new Step.Place(Integer.parseInt(inside));
    }

    /** What is there; {@link Json.Nothing} where nothing is. */
    public Json in(Json whole) {
        var value = whole;
        for (var step : steps) {
            value = switch (step) {
                case Step.Field(String name) -> value.at(name);
                case Step.Place(int number) -> item(value.items(), number);
            };
        }
        return value;
    }

    private static Json item(List<Json> items, int number) {
        var place = number < 0 ? items.size() + number : number;
        return place < 0 || place >= items.size() ? Json.NOTHING : items.get(place);
    }
}
