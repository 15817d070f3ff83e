/** The protocols a connection test can speak. They never import one another. */
package jmonit.protocol;
