package jmonit.model;

/** Something that is told along with an event: {@code name} is one small word, such as "rule". */
public record Fact(String name, String text) {
}
