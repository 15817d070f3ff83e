package jmonit.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer. {@code delay} is how long whoever sends it waits first: guessing passwords has to be slow. Where there is a feed it follows the
 * body, and how long all of it will be is not known.
 */
record Response(Status status, List<Header> headers, byte[] body, Duration delay, List<Feed> feed) {

    static final String HTML = "text/html";

    Response {
        headers = List.copyOf(headers);
        feed = List.copyOf(feed);
    }

    static Response of(Status status, String type, byte[] body) {
        return new Response(status, List.of(new Header("Content-Type", type)), body, Duration.ZERO, List.of());
    }

    static Response live(String type, Feed feed) {
        return new Response(Status.OK, List.of(new Header("Content-Type", type)), new byte[0], Duration.ZERO, List.of(feed));
    }

    static Response html(Status status, String text) {
        return of(status, HTML, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whoever posts a form is sent to look at the page again, and clients that do not go there read the answer at once. */
    Response moved(String path) {
        var all = new ArrayList<Header>(headers);
        all.add(new Header("Location", Percent.encode(path)));
        return new Response(Status.MOVED, all, body, delay, feed);
    }

    Response with(List<Header> more) {
        var all = new ArrayList<Header>(more);
        all.addAll(headers);
        return new Response(status, all, body, delay, feed);
    }

    /** With those of the headers that it has not itself. */
    Response unless(List<Header> defaults) {
        var own = new Headers(headers);
        return with(defaults.stream().filter(h -> !own.has(h.name())).toList());
    }

    Response after(Duration time) {
        return new Response(status, headers, body, time, feed);
    }
}
