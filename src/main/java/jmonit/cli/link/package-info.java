/**
 * How a command asks a daemon: one question over one connection, in HTTP/1.1, with every wait and every size bounded. What comes back is
 * hostile until it is parsed. Knows no words of the command line.
 */
package jmonit.cli.link;
