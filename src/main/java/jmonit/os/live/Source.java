package jmonit.os.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The address of this machine that a connection should come from. */
final class Source {

    private Source() {
    }

    @FunctionalInterface
    interface Bind {

        void to(InetSocketAddress local) throws IOException;
    }

    /** Does nothing where the machine may choose. A name would have to be looked up, so it must be an address. */
    static void bind(String source, Bind socket) throws IOException {
        if (source.isEmpty()) {
            return;
        }
        try {
            socket.to(new InetSocketAddress(InetAddress.ofLiteral(source), 0));
        } catch (IllegalArgumentException e) {
            throw new IOException("Cannot bind to outgoing address -- " + source + " is no address", e);
        } catch (IOException e) {
            throw new IOException("Cannot bind to outgoing address -- " + Spoken.failure(e).getMessage(), e);
        }
    }
}
