package jmonit.http;

/** One line of a head. */
public record Header(String name, String value) {
}
