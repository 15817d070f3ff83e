package jmonit.config;

import jmonit.diagnostic.Diagnostic;

/** Reads a path that must be absolute, as nearly all paths of the language must. */
final class PathReader {

    private PathReader() {
    }

    static String read(Cursor c, String what, String topic) {
        Word word = c.peek();
        String path = c.path(what);
        if (!c.spent() && !path.startsWith("/")) {
            c.complain(Diagnostic.error(word.span(), "\"" + path + "\" is no absolute path", "expected a path that begins with /").see(topic));
        }
        return path;
    }
}
