package jmonit.os;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

import javax.net.ssl.SSLSocketFactory;

import jmonit.model.Endpoint;
import jmonit.model.Tls;

/** Connections for libraries that hold the conversation themselves. */
public interface Sockets {

    /** Blocks for at most {@code patience} while the name is looked up, and as long again for each of its addresses. */
    Line open(Endpoint.Inet to, Duration patience) throws IOException, InterruptedException;

    /** The name with its domain, as the name service has it. The exception says only why there is none. */
    String fullName(String host, Duration patience) throws IOException, InterruptedException;

    /** One connection. Each wait for the other side ends after the patience it was opened with. */
    interface Line extends AutoCloseable {

        Socket socket();

        /** Encrypts from here on; the exception is the tail of a log line. */
        Socket encrypted(Tls how) throws IOException;

        /** For a library that begins the encryption itself, over this connection only. */
        SSLSocketFactory encryption(Tls how);

        /** From now on the other side may take so long and say so much, altogether. */
        void grant(Duration time, long bytes);

        @Override
        void close();
    }
}
