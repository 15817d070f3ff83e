package jmonit.channel;

import jmonit.model.Url;

/** Paths of requests. */
final class Paths {

    private Paths() {
    }

    /** A server may be found under a path of its own. */
    static String under(Url url, String path) {
        return url.path().replaceAll("/+$", "") + path;
    }
}
