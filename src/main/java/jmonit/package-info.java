/** The program: its entry, its built-in words and its wiring. The only package that may import every other one. */
package jmonit;
