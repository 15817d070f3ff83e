/**
 * What a control file means, as values: nothing here reads a file, knows a clock or holds a thread. Imports java.base only; every other
 * package may import it.
 */
package jmonit.model;
