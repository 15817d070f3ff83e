package jmonit.os;

/** A line of the mount table: what is mounted where, as what, and how ("rw,relatime"). */
public record Mount(String device, String point, String type, String flags) {
}
