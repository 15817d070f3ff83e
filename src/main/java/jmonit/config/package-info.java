/**
 * Reads control files: words, shapes, meaning. Collects diagnostics and never throws for what the operator wrote; opens no socket, starts no
 * program, and asks the machine only in {@link jmonit.config.HostChecks} and, for text to read, through {@link jmonit.os.Files}.
 */
package jmonit.config;
