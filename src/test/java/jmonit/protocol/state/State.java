package jmonit.protocol.state;

/** How the servers are when they are asked. */
enum State {
    HEALTHY, HUNG, STOPPED
}
