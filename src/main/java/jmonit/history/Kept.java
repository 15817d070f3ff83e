package jmonit.history;

/** A series of a service, and where it lies. */
record Kept(Kind kind, Slot slot) {
}
