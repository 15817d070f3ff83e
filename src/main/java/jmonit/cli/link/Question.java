package jmonit.cli.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is asked of a daemon. An empty type means there is no body. */
public record Question(String method, String path, String type, String body) {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** Proof against other sites' pages, which a program that keeps no cookies has no need of: it only has to come twice. */
    private static final String TOKEN = "0".repeat(32);

    public static Question get(String path, List<Field> query) {
        return new Question("GET", path + (query.isEmpty() ? "" : "?" + Field.encoded(query)), "", "");
    }

    public static Question form(String path, List<Field> fields) {
        var all = new ArrayList<>(fields);
        all.add(new Field("securitytoken", TOKEN));
        return new Question("POST", path, FORM, Field.encoded(all));
    }

    public static Question json(String path, String body) {
        return new Question("POST", path, "application/json", body);
    }

    public static Question delete(String path) {
        return new Question("DELETE", path, "", "");
    }

    byte[] bytes(Site site) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        var text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + site.host() + "\r\nConnection: close\r\n");
        if (!site.secret().isEmpty()) {
            text.append("Authorization: ").append(site.secret()).append("\r\n");
        }
        if (type.equals(FORM)) {
            text.append("Cookie: securitytoken=").append(TOKEN).append("\r\n");
        }
        if (!type.isEmpty()) {
            text.append("Content-Type: ").append(type).append("\r\nContent-Length: ").append(content.length).append("\r\n");
        }
        return joined(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8), content);
    }

    private static byte[] joined(byte[] head, byte[] content) {
        var all = java.util.Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }
}
