package jmonit.cli.link;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.Tls;

/**
 * Where a daemon answers.
 *
 * @param shown as an operator knows it: "[127.0.0.1]:2812", "/run/monit.sock"
 * @param tls how to encrypt; not at all where it is not used
 * @param host the name in the question
 * @param kind whose door it is
 * @param secret the Authorization header, empty where none is sent; never printed
 */
public record Site(Endpoint endpoint, String shown, Tls tls, String host, Kind kind, String secret) {

    public enum Kind {
        /** jmonit's own socket: no log-in, no token, and jmonit for sure. */
        CONTROL,
        /** What the control file opens with set httpd: Monit or jmonit. */
        HTTPD,
        /** What the command line names: Monit or jmonit. */
        FAR
    }

    public static Site control(String path) {
        return unix(path, Kind.CONTROL);
    }

    public static Site unix(String path, Kind kind) {
        return new Site(new Endpoint.Unix(path, false), path, Tls.NONE, "localhost", kind, "");
    }

    public static Site port(String host, int port, Tls tls, Kind kind) {
        return new Site(new Endpoint.Inet(host, port, Family.ANY, false, ""), "[" + host + "]:" + port, tls, host, kind, "");
    }

    public Site withLogin(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Site(endpoint, shown, tls, host, kind, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public boolean control() {
        return kind == Kind.CONTROL;
    }

    @Override
    public String toString() {
        return "Site[" + shown + "]";
    }
}
