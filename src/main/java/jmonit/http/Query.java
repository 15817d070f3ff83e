package jmonit.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What stands behind the question mark, each field with what it may be. */
record Query(Form form) {

    private static final int LONGEST = 512;
    private static final int MOST_DIGITS = 18;

    /** Empty where it is not there. */
    String text(String name) throws Refusal {
        String text = form.first(name).orElse("");
        if (text.length() > LONGEST) {
            throw Refusal.bad("\"" + name + "\" is too long", "at most " + LONGEST + " characters");
        }
        return text;
    }

    List<String> texts(String name, int most) throws Refusal {
        List<String> texts = form.all(name);
        if (texts.size() > most || texts.stream().anyMatch(t -> t.length() > LONGEST)) {
            throw Refusal.bad("too much of \"" + name + "\"", "at most " + most + " of " + LONGEST + " characters each");
        }
        return texts;
    }

    long number(String name, long low, long high, long normal) throws Refusal {
        String text = text(name);
        if (text.isEmpty()) {
            return normal;
        }
        boolean digits = text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long number = digits ? Long.parseLong(text) : -1;
        if (number < low || number > high) {
            throw Refusal.bad("\"" + name + "\" is not a number from " + low + " to " + high, "\"" + name + "=" + normal + "\" is usual");
        }
        return number;
    }

    /** One of the words; empty where it is not there. */
    String word(String name, List<String> words) throws Refusal {
        String word = text(name).toLowerCase(Locale.ROOT);
        if (!word.isEmpty() && !words.contains(word)) {
            throw unknown(name, word, words);
        }
        return word;
    }

    /** Any of the values, by their words. */
    <T> List<T> any(String name, T[] values, Function<T, String> wording) throws Refusal {
        var found = new ArrayList<T>();
        for (String word : texts(name, values.length)) {
            var meant = Arrays.stream(values).filter(v -> wording.apply(v).equalsIgnoreCase(word)).findFirst();
            found.add(meant.orElseThrow(() -> unknown(name, word, Arrays.stream(values).map(wording).toList())));
        }
        return found;
    }

    private static Refusal unknown(String name, String word, List<String> words) {
        return Refusal.bad("\"" + name + "\" cannot be \"" + word + "\"", words.stream().collect(Collectors.joining(", ", "one of ", "")));
    }
}
