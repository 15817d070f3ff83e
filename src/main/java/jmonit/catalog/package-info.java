/**
 * The words of the language: service types with what they can be tested for, protocols with their options, limits, settings of TLS. Data that
 * the reader of control files, the help pages and the views share; nothing here reads, waits or decides.
 */
package jmonit.catalog;
