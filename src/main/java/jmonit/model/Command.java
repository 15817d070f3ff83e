package jmonit.model;

import java.time.Duration;
import java.util.List;

/** A program with its arguments. */
public record Command(List<String> words, RunAs runAs, Duration timeout) {

    public Command {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    public String program() {
        return words.getFirst();
    }
}
