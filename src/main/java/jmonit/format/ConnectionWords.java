package jmonit.format;

import jmonit.catalog.Catalog;
import jmonit.catalog.Protocol;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Ping;
import jmonit.model.ResponseTime;

/** Tests over the network as a control file says them, without what the protocol is told beyond a request: it may be secret. */
final class ConnectionWords {

    private final Catalog catalog;

    ConnectionWords(Catalog catalog) {
        this.catalog = catalog;
    }

    static String ping(Ping ping) {
        String word = switch (ping.family()) {
            case ANY -> "ping";
            case IPV4 -> "ping4";
            case IPV6 -> "ping6";
        };
        return word + " count " + ping.count() + " size " + ping.size() + " timeout " + LimitWords.time(ping.timeout())
                + response(ping.response()) + (ping.source().isEmpty() ? "" : " address " + ping.source());
    }

    String connection(Connection connection) {
        String where = switch (connection.endpoint()) {
            case Endpoint.Unix(String path, boolean udp) -> "unixsocket " + RuleWords.word(path) + (udp ? " type udp" : "");
            case Endpoint.Inet inet -> inet(inet);
        };
        return where + (connection.tls().used() ? " using tls" : "") + protocol(connection) + " timeout "
                + LimitWords.time(connection.timeout()) + (connection.retry() > 1 ? " retry " + connection.retry() : "")
                + response(connection.response());
    }

    private static String inet(Endpoint.Inet inet) {
        String family = switch (inet.family()) {
            case ANY -> "";
            case IPV4 -> " ipv4";
            case IPV6 -> " ipv6";
        };
        return "host " + RuleWords.word(inet.host()) + " port " + inet.port() + family + (inet.udp() ? " type udp" : "")
                + (inet.source().isEmpty() ? "" : " address " + inet.source());
    }

    private String protocol(Connection connection) {
        String name = connection.speech().protocol();
        boolean spoken = catalog.protocol(name).map(Protocol::keyword).filter(k -> !k.equals("default")).isPresent();
        String request = ConnectionLines.request(connection);
        return (spoken ? " protocol " + name : "") + (request.isEmpty() ? "" : " request " + RuleWords.quoted(request));
    }

    private static String response(ResponseTime response) {
        return response.equals(ResponseTime.UNLIMITED) ? ""
                : " responsetime " + response.comparison().sign() + " " + LimitWords.time(response.limit());
    }

}
