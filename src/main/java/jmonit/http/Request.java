package jmonit.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a client asks for. The path is decoded and begins with a slash; it is a name, and never the path of a file. */
record Request(String method, String path, Headers headers, Form form, Caller caller, byte[] body) {

    private static final int LONGEST_TARGET = 4096;
    private static final int CONTROL = 0x20;
    private static final int DELETE = 0x7f;

    Request(String method, String path, Headers headers, Form form, Caller caller) {
        this(method, path, headers, form, caller, new byte[0]);
    }

    static Request of(Raw raw, Caller caller) throws Malformed {
        if (raw.target().length() > LONGEST_TARGET) {
            throw new Malformed(Malformed.URL);
        }
        String target = withoutHost(raw.target());
        int question = target.indexOf('?');
        String path = Percent.decode(question < 0 ? target : target.substring(0, question), Malformed.REQUEST);
        if (!path.startsWith("/") || path.chars().anyMatch(c -> c < CONTROL || c == DELETE)) {
            throw new Malformed(Malformed.REQUEST);
        }
        // Monit, too, writes and reads methods in any case.
        String method = raw.method().toUpperCase(Locale.ROOT);
        String query = question < 0 ? "" : target.substring(question + 1);
        return new Request(method, path, raw.headers(), form(method, path, query, raw), caller, raw.body());
    }

    /** Proxies are sent a whole address. */
    private static String withoutHost(String target) {
        if (!target.regionMatches(true, 0, "http://", 0, "http://".length())) {
            return target;
        }
        int slash = target.indexOf('/', "http://".length());
        return slash < 0 ? "/" : target.substring(slash);
    }

    /** As in Monit, a post says everything in its body, whatever type it claims to have, and has to tell its length. */
    private static Form form(String method, String path, String query, Raw raw) throws Malformed {
        if (!method.equals("POST") || Api.owns(path)) {
            return Form.parse(query);
        }
        if (raw.body().length == 0 && !raw.headers().has("Content-Length")) {
            throw new Malformed(Malformed.PARAMETERS);
        }
        return Form.parse(new String(raw.body(), StandardCharsets.UTF_8));
    }

    boolean posted() {
        return method.equals("POST");
    }

    /** What follows the slash. */
    String name() {
        return path.substring(1);
    }
}
