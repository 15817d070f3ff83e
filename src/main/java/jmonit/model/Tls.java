package jmonit.model;

import java.util.List;

/** How a connection is encrypted. Empty texts and lists stand for what was not said. */
public record Tls(boolean used, List<String> versions, boolean verify, boolean allowSelfSigned, String ciphers, Paths paths,
        Sum checksum, int validDays) {

    public static final Tls NONE =
            new Tls(false, List.of(), false, false, "", Paths.NONE, Sum.NONE, 0);

    public Tls {
        versions = List.copyOf(versions);
    }

    /** Files that belong to it. */
    public record Paths(String pem, String chain, String key, String clientPem, String caFile, String caPath) {

        public static final Paths NONE = new Paths("", "", "", "", "", "");
    }

    /** The fingerprint a server certificate must have; an empty value asks for none. */
    public record Sum(Digest digest, String value) {

        public static final Sum NONE = new Sum(Digest.MD5, "");
    }

    public boolean hasOptions() {
        return !versions.isEmpty() || verify || allowSelfSigned || !paths.equals(Paths.NONE);
    }
}
