/**
 * JSON as RFC 8259 has it: {@code JsonWriter} writes it into one growing buffer, {@code JsonReader} reads it, strictly and within bounds, into
 * {@code Json}. Pure; imports nothing of jmonit.
 */
package jmonit.json;
