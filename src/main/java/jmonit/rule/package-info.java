/**
 * Judges: a sample and a rule make a verdict, and verdicts over time make a failure. Pure: no clock, no files, no threads. The words an operator
 * reads in the log and in alerts are made here, once. Imports {@code jmonit.model} only.
 */
package jmonit.rule;
