/** One class for each service type: its words and what it can be tested for. They never import one another. */
package jmonit.service;
