package jmonit.channel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jmonit.model.Url;

/** Paths of requests. */
final class Paths {

    private Paths() {
    }

    /** A server may be found under a path of its own. */
    static String under(Url url, String path) {
        return url.path().replaceAll("/+$", "") + path;
    }

    /** Whatever stands in it, it stays one part of a path. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
