package jmonit.http;

/** A client, and whether the door it came through is for looking only. */
record Caller(Client client, boolean readOnly) {
}
