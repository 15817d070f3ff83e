/**
 * Decides; never waits. {@link jmonit.engine.Monitor} owns all that changes: one thread hands it messages, what it returns is carried out
 * elsewhere and comes back as further messages. Has no clock, no files, no threads; imports {@code jmonit.model} and {@code jmonit.rule} only.
 */
package jmonit.engine;
