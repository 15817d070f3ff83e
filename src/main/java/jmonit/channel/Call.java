package jmonit.channel;

import java.io.IOException;
import java.time.Duration;

import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.Tls;
import jmonit.model.Url;
import jmonit.os.Dialer;
import jmonit.os.Wire;

/** Opens a connection to a web server, encrypted where that is wanted. */
record Call(Dialer dialer, Tls tls) {

    Wire to(Url url, Duration timeout) throws IOException, InterruptedException {
        Wire plain = dialer.dial(new Endpoint.Inet(url.host(), url.port(), Family.ANY, false, ""), timeout);
        if (!tls.used()) {
            return plain;
        }
        try {
            return plain.encrypted(tls, url.host()).wire();
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }
}
