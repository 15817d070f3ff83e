/**
 * Speaks to a NATS server: says who we are, publishes, and waits until a stream has taken it. One conversation belongs to one thread; every
 * wait and everything read is bounded. Knows nothing of alerts, and must not import {@code channel}.
 */
package jmonit.nats;
