/**
 * What the live view shows and how it answers to keys: pure, from JSON and bytes to lines. Touches neither the daemon nor the terminal.
 */
package jmonit.cli.top;
