package jmonit.http;

/** Somebody who may come in with a password. */
record Guest(String name, Secret secret, boolean readOnly) {
}
