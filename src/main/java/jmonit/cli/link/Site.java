package jmonit.cli.link;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jmonit.model.Endpoint;
import jmonit.model.Tls;

/**
 * Where a daemon answers.
 *
 * @param tls how to encrypt; not at all where it is not used
 * @param host the name in the question
 * @param kind whose door it is
 * @param secret the Authorization header, empty where none is sent; never printed
 */
public record Site(Endpoint endpoint, Tls tls, String host, Kind kind, String secret) {

    public enum Kind {
        /** jmonit's own socket: no log-in, no token, and jmonit for sure. */
        CONTROL,
        /** What the control file opens with set httpd: Monit or jmonit. */
        HTTPD,
        /** What the command line names: Monit or jmonit. */
        FAR
    }

    public static Site control(String path) {
        return new Site(new Endpoint.Unix(path, false), Tls.NONE, "localhost", Kind.CONTROL, "");
    }

    public Site withLogin(String user, String password) {
        String pair = user + ":" + password;
        return new Site(endpoint, tls, host, kind, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    public boolean control() {
        return kind == Kind.CONTROL;
    }

    /** As an operator knows it: "[127.0.0.1]:2812", "/run/monit.sock". */
    public String shown() {
        return switch (endpoint) {
            case Endpoint.Inet inet -> "[" + inet.host() + "]:" + inet.port();
            case Endpoint.Unix unix -> unix.path();
        };
    }

    @Override
    public String toString() {
        return "Site[" + shown() + "]";
    }
}
