package jmonit.http;

/** A request as it came over the wire, whole, and not yet understood. */
record Raw(String method, String target, Headers headers, byte[] body) {
}
