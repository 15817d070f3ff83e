/**
 * What was measured, for an hour in steps of 20 seconds and for a day in steps of 5 minutes, in one file. One thread records;
 * any thread asks, on a handle of its own. In memory is only the step that is being measured, and where each series lies.
 * Whatever happens to the file, jmonit goes on without. Imports {@code jmonit.model} and {@code jmonit.os} only.
 */
package jmonit.history;
