/**
 * What views show: status, summary and report as text, and the status document, all to Monit's letter where other programs read them.
 * Pure functions of a {@link jmonit.model.Snapshot} and an {@link Instance}; nothing here reads the machine, the clock or the engine.
 *
 * <p>Differences from Monit, on purpose: names and output are cleaned of what would break a terminal or a document, whatever is
 * beyond ASCII stands in a document as a character reference, columns count letters and not bytes, and what could not be read is
 * told as unknown, not as zero.
 */
package jmonit.format;
