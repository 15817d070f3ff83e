package jmonit.http;

/** Who looks: an empty name where nobody had to log in. */
public record Viewer(String user, boolean readOnly) {
}
