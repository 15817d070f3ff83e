package jmonit.os;

import java.util.List;
import java.util.Map;

import jmonit.model.RunAs;

/**
 * A program to run. It leads a session and a process group of its own, has every signal at its default, and inherits
 * the working directory, the umask and nothing else that is open.
 *
 * @param words       the path of the program, and its arguments
 * @param environment all of it; a program that runs as another user gets that user's HOME
 * @param limit       how many bytes are kept of what it writes to each of its two outputs; the rest is read and dropped
 * @param input       what it reads; empty for /dev/null
 */
public record Launch(List<String> words, RunAs as, Map<String, String> environment, int limit, String input) {

    public Launch {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a launch needs a program");
        }
        if (limit < 0) {
            throw new IllegalArgumentException("the limit must not be negative, was " + limit);
        }
    }

    /** One that reads nothing. */
    public Launch(List<String> words, RunAs as, Map<String, String> environment, int limit) {
        this(words, as, environment, limit, "");
    }

    public String program() {
        return words.getFirst();
    }
}
