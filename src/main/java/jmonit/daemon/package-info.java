/**
 * The life of the daemon and its work: one at a time, in the background, told by signals, writing a log; the one thread that moves the engine,
 * and the hands that carry out what it wants. Asks the machine through ports only and logs through SLF4J; which library answers is the root's
 * choice. Must not import {@code cli}, {@code http} or any live port.
 */
package jmonit.daemon;
