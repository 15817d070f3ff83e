/**
 * What is wrong with the operator's text, and how to say so: {@link jmonit.diagnostic.Diagnostic} and the places it
 * points at, {@link jmonit.diagnostic.Suggest} for misspelt words, {@link jmonit.diagnostic.Report} for what is worth
 * saying and {@link jmonit.diagnostic.Printer} for how it looks.
 *
 * <p>Invariant: nothing here decides what is right or wrong, reads a file or knows a terminal, and no control character
 * of the operator's text leaves here unescaped. Imports only {@code jmonit.model}.
 */
package jmonit.diagnostic;
