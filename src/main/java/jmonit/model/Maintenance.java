package jmonit.model;

/**
 * Hours in which these services may fail and nobody is told.
 *
 * @param acts whether rules may start, stop and restart what fails meanwhile
 */
public record Maintenance(Hours hours, Scope scope, boolean acts, String reason, Origin origin) {
}
