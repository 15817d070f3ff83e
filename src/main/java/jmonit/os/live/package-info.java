/**
 * The real ports: the only place where the files, accounts and name of this machine are asked for. No class here keeps
 * static mutable state. {@code java.lang.foreign} is loaded only for a question that has no answer without it: it costs
 * a command-line run more than everything else together. Imports {@code jmonit.os} and {@code jmonit.model} only.
 */
package jmonit.os.live;
