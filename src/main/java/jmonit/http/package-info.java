/**
 * The web server: one router in front of what the daemon shows and does, reached through TCP ports and Unix sockets. It reads published
 * snapshots and hands wishes over; it never touches the engine, the configuration language or a view of another package.
 */
package jmonit.http;
