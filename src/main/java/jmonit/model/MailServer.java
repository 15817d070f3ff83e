package jmonit.model;

/** A server that takes mail. An empty user name means no log-in. */
public record MailServer(String host, int port, String user, String password, Tls tls) {

    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + (user.isEmpty() ? "" : " as " + user) + "]";
    }
}
