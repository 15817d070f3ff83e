package jmonit.http;

/** Answers in a word, as Monit has them. */
enum Status {
    OK(200, "OK"), MOVED(302, "Moved Temporarily"), NOT_MODIFIED(304, "Not Modified"),
    BAD_REQUEST(400, "Bad Request"), UNAUTHORIZED(401, "Unauthorized"), FORBIDDEN(403, "Forbidden"),
    NOT_FOUND(404, "Not Found"), METHOD_NOT_ALLOWED(405, "Method Not Allowed"), TOO_LARGE(413, "Content Too Large"), INTERNAL_ERROR(500, "Internal Server Error"),
    NOT_IMPLEMENTED(501, "Not Implemented"), UNAVAILABLE(503, "Service Unavailable");

    private final int code;
    private final String words;

    Status(int code, String words) {
        this.code = code;
        this.words = words;
    }

    int code() {
        return code;
    }

    String words() {
        return words;
    }
}
