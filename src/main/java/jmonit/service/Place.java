package jmonit.service;

import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Family;

/** Where a connection test goes, as Monit's log says it: "[127.0.0.1]:80/path [TCP/IP]". */
final class Place {

    private Place() {
    }

    static String of(Connection connection) {
        return switch (connection.endpoint()) {
            case Endpoint.Unix(String path, _) -> path;
            case Endpoint.Inet inet -> "[" + inet.host() + "]:" + inet.port() + connection.speech().setting("request").orElse("")
                    + " [" + (inet.udp() ? "UDP/IP" : "TCP/IP") + version(inet.family()) + (connection.tls().used() ? " TLS" : "") + "]";
        };
    }

    private static String version(Family family) {
        return switch (family) {
            case ANY -> "";
            case IPV4 -> "v4";
            case IPV6 -> "v6";
        };
    }
}
