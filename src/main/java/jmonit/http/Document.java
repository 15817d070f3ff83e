package jmonit.http;

/** What a client reads, in bytes, with its MIME type. */
public record Document(String type, byte[] content) {
}
