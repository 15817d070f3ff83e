package jmonit.model;

/** An address of the web, taken apart. User and password are empty where there are none. */
public record Url(String scheme, String user, String password, String host, int port, String path, String query) {

    /** The path and what follows it, as a request names it. */
    public String request() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    @Override
    public String toString() {
        return scheme + "://[" + host + "]:" + port + request();
    }
}
