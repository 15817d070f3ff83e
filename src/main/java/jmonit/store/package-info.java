/**
 * Keeps on disk what must survive: the state of the services. Written aside and renamed, so that a reader finds all or nothing. Imports
 * {@code jmonit.model}, {@code jmonit.rule} and {@code jmonit.engine}; reaches the disk through {@code jmonit.os}.
 */
package jmonit.store;
