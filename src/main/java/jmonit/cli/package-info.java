/**
 * The command line: its words, options and exit codes, and what is printed on the terminal. It holds no knowledge of the language and asks the
 * machine nothing itself.
 */
package jmonit.cli;
