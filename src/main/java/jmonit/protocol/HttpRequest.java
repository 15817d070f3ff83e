package jmonit.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Speech;
import jmonit.model.Speech.Setting;

/** The request of an HTTP test, its headers in Monit's order. The name of Monit is kept, because log filters of servers look for it. */
final class HttpRequest {

    private static final int PORT = 80;
    private static final int TLS_PORT = 443;

    private HttpRequest() {
    }

    static String of(Connection connection) {
        var speech = connection.speech();
        var headers = headers(speech);
        var own = headers.stream().anyMatch(h -> h.toLowerCase(Locale.ROOT).startsWith("host:"));
        var text = new StringBuilder(speech.setting("method").orElse("GET") + " " + speech.setting("request").orElse("/") + " HTTP/1.1\r\n");
        speech.setting("username").ifPresent(user -> text.append("Authorization: Basic ").append(credentials(user, speech)).append("\r\n"));
        if (!own) {
            text.append("Host: ").append(speech.setting("hostheader").orElseGet(() -> host(connection))).append("\r\n");
        }
        text.append("User-Agent: Monit/5.33.0 (jmonit)\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
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
