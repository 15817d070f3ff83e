/**
 * What the program asks of the machine: ports of a few methods each, and the plain records they answer with. Nothing in
 * here touches the machine itself; the real ports are in {@code jmonit.os.live}, scripted ones stand beside the tests.
 * Imports {@code java.base} and {@code jmonit.model} only, never the live ports.
 */
package jmonit.os;
