package jmonit.cli;

import java.io.InputStream;
import java.io.PrintStream;

/** Where the program prints: its two outputs, and whether a person looks at them in colour. */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive, boolean colour) {
}
