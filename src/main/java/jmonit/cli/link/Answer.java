package jmonit.cli.link;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What came back. The names of the headers are in lower case. */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final int ACCEPTED = 200;
    private static final int MOVED = 302;

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** Monit tells its visitor to look elsewhere when it has taken a form. */
    public boolean good() {
        return status == ACCEPTED || status == MOVED;
    }

    public boolean json() {
        return headers.getOrDefault("content-type", "").startsWith("application/json");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The words of an error page of Monit; all that is on it, but for its own title and signature. */
    public Optional<String> complaint() {
        String page = text();
        int begin = page.indexOf("</h2>");
        int end = page.indexOf("<hr>", Math.max(begin, 0));
        return begin < 0 || end < 0 ? Optional.empty() : Optional.of(unescaped(page.substring(begin + "</h2>".length(), end)));
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }
}
