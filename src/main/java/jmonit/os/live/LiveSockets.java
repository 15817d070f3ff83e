package jmonit.os.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.SSLSocketFactory;

import jmonit.model.Endpoint;
import jmonit.model.Tls;
import jmonit.os.Dialer;
import jmonit.os.Sockets;

/** TCP connections of this machine; owns the threads that look names up. */
public final class LiveSockets implements Sockets, AutoCloseable {

    private final Resolver resolver = new Resolver();
    private final Authorities authorities = new Authorities();

    @Override
    public Line open(Endpoint.Inet to, Duration patience) throws IOException, InterruptedException {
        var last = new IOException("no address to connect to");
        for (InetAddress address : addresses(to, patience)) {
            try {
                return new Open(BoundedSocket.to(to.host(), address, to.port(), patience), to.host());
            } catch (IOException e) {
                last = e;
            } catch (IllegalArgumentException e) {
                throw new IOException("no port is above 65535", e);
            }
        }
        throw last;
    }

    private List<InetAddress> addresses(Endpoint.Inet to, Duration patience) throws IOException, InterruptedException {
        try {
            return resolver.addresses(to.host(), to.family(), patience);
        } catch (IOException e) {
            throw new Dialer.Unresolved(to, e.getMessage(), e);
        }
    }

    @Override
    public String fullName(String host, Duration patience) throws IOException, InterruptedException {
        return resolver.fullName(host, patience);
    }

    @Override
    public void close() {
        resolver.close();
    }

    private final class Open implements Line {

        private final BoundedSocket socket;
        private final String host;

        Open(BoundedSocket socket, String host) {
            this.socket = socket;
            this.host = host;
        }

        @Override
        public Socket socket() {
            return socket;
        }

        @Override
        public Socket encrypted(Tls how) throws IOException {
            return new Handshake(how, authorities).over(socket, host);
        }

        @Override
        public SSLSocketFactory encryption(Tls how) {
            return new Encryption(new Handshake(how, authorities), host);
        }

        @Override
        public void grant(Duration time, long bytes) {
            socket.grant(time, bytes);
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException _) {
                // There is nothing more to say on it.
            }
        }
    }
}
