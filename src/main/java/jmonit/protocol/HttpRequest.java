package jmonit.protocol;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Speech;
import jmonit.model.Speech.Setting;

/** The request of an HTTP test, its headers in Monit's order. The name of Monit is kept, because log filters of servers look for it. */
record HttpRequest(Connection connection, String path) {

    private static final int PORT = 80;
    private static final int TLS_PORT = 443;
    private static final int USUAL = 256;

    static HttpRequest of(Connection connection) {
        return new HttpRequest(connection, connection.speech().setting("request").orElse("/"));
    }

    /** Where a server sends us, so far as we are connected to it: passwords are not for others. */
    HttpRequest movedTo(String location) throws IOException {
        try {
            var here = URI.create((connection.tls().used() ? "https://" : "http://") + host(connection) + path);
            var there = here.resolve(location);
            if (location.isEmpty() || !origin(here).equals(origin(there))) {
                throw new IOException("HTTP error: redirected to another server: " + location);
            }
            var query = there.getRawQuery() == null ? "" : "?" + there.getRawQuery();
            return new HttpRequest(connection, (there.getRawPath().isEmpty() ? "/" : there.getRawPath()) + query);
        } catch (IllegalArgumentException e) {
            throw new IOException("HTTP error: redirected to no address: " + location, e);
        }
    }

    private static String origin(URI address) {
        var port = address.getPort() >= 0 ? address.getPort() : "https".equals(address.getScheme()) ? TLS_PORT : PORT;
        return address.getScheme() + "://" + address.getHost() + ":" + port;
    }

    /** {@code again} where there may be another request over the same connection. */
    String text(boolean again) {
        var speech = connection.speech();
        var headers = speech.settings().isEmpty() ? List.<String>of() : headers(speech);
        var own = headers.stream().anyMatch(h -> h.toLowerCase(Locale.ROOT).startsWith("host:"));
        var text = new StringBuilder(USUAL).append(speech.setting("method").orElse("GET")).append(' ').append(path).append(" HTTP/1.1\r\n");
        speech.setting("username").ifPresent(user -> text.append("Authorization: Basic ").append(credentials(user, speech)).append("\r\n"));
        if (!own) {
            text.append("Host: ").append(speech.setting("hostheader").orElseGet(() -> host(connection))).append("\r\n");
        }
        text.append("User-Agent: Monit/5.33.0 (jmonit)\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: ")
                .append(again ? "keep-alive" : "close").append("\r\n");
        headers.forEach(h -> text.append(h).append("\r\n"));
        return text.append("\r\n").toString();
    }

    /** Apache's status page, made for programs. */
    static String ofStatusPage(Connection connection) {
        var speech = connection.speech();
        var text = new StringBuilder("GET " + speech.setting("path").orElse("/server-status") + "?auto HTTP/1.1\r\nHost: " + host(connection)
                + "\r\nAccept: */*\r\nUser-Agent: Monit/5.33.0 (jmonit)\r\nConnection: close\r\n");
        speech.setting("username").ifPresent(user -> text.append("Authorization: Basic ").append(credentials(user, speech)).append("\r\n"));
        return text.append("\r\n").toString();
    }

    private static List<String> headers(Speech speech) {
        return speech.settings().stream().filter(s -> s.option().equals("http headers")).map(Setting::value).toList();
    }

    private static String credentials(String user, Speech speech) {
        var both = user + ":" + speech.setting("password").orElse("");
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    static String host(Connection connection) {
        return switch (connection.endpoint()) {
            case Endpoint.Unix _ -> "localhost";
            case Endpoint.Inet inet -> {
                var name = inet.host().contains(":") ? "[" + inet.host() + "]" : inet.host();
                yield inet.port() == (connection.tls().used() ? TLS_PORT : PORT) ? name : name + ":" + inet.port();
            }
        };
    }
}
