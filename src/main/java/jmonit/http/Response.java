package jmonit.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An answer. {@code delay} is how long whoever sends it waits first: guessing passwords has to be slow. */
record Response(Status status, List<Header> headers, byte[] body, Duration delay) {

    static final String HTML = "text/html";

    Response {
        headers = List.copyOf(headers);
    }

    static Response of(Status status, String type, byte[] body) {
        return new Response(status, List.of(new Header("Content-Type", type)), body, Duration.ZERO);
    }

    static Response html(Status status, String text) {
        return of(status, HTML, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whoever posts a form is sent to look at the page again, and clients that do not go there read the answer at once. */
    Response moved(String path) {
        var all = new ArrayList<Header>(headers);
        all.add(new Header("Location", Percent.encode(path)));
        return new Response(Status.MOVED, all, body, delay);
    }

    Response with(List<Header> more) {
        var all = new ArrayList<Header>(more);
        all.addAll(headers);
        return new Response(status, all, body, delay);
    }

    /** With those of the headers that it has not itself. */
    Response unless(List<Header> defaults) {
        var own = new Headers(headers);
        return with(defaults.stream().filter(h -> !own.has(h.name())).toList());
    }

    Response after(Duration time) {
        return new Response(status, headers, body, time);
    }
}
