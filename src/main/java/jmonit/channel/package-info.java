/**
 * How the world is told what happened: alerts by mail, status and events to collectors, and the queue of what could not be delivered yet.
 * Nobody who tells anything here waits for it. Must not import {@code engine}, {@code format} or any live port; only {@code Smtp} knows the
 * mail library, and is loaded with the first mail.
 */
package jmonit.channel;
