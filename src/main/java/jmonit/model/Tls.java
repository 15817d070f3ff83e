package jmonit.model;

import java.util.List;

/**
 * How a connection is encrypted. Empty texts and lists stand for what was not said. With {@code startTls} it begins in plain text, until the
 * server is asked to go on over TLS.
 */
public record Tls(boolean used, List<String> versions, Choice verify, Choice selfSigned, String ciphers, Paths paths,
        Sum checksum, int validDays, boolean startTls) {

    public static final Tls NONE =
            new Tls(false, List.of(), Choice.UNSAID, Choice.UNSAID, "", Paths.NONE, Sum.NONE, 0);

    public Tls {
        versions = List.copyOf(versions);
    }

    /** Encrypted from the start. */
    public Tls(boolean used, List<String> versions, Choice verify, Choice selfSigned, String ciphers, Paths paths, Sum checksum, int validDays) {
        this(used, versions, verify, selfSigned, ciphers, paths, checksum, validDays, false);
    }

    /** Files that belong to it. */
    public record Paths(String pem, String chain, String key, String clientPem, String caFile, String caPath) {

        public static final Paths NONE = new Paths("", "", "", "", "", "");

        private boolean any() {
            return !(pem + chain + key + clientPem + caFile + caPath).isEmpty();
        }

        private Paths over(Paths all) {
            boolean own = !caFile.isEmpty() || !caPath.isEmpty();
            return new Paths(either(pem, all.pem), either(chain, all.chain), either(key, all.key), either(clientPem, all.clientPem),
                    own ? caFile : all.caFile, own ? caPath : all.caPath);
        }

        private static String either(String one, String other) {
            return one.isEmpty() ? other : one;
        }
    }

    /** The fingerprint a server certificate must have; an empty value asks for none. */
    public record Sum(Digest digest, String value) {

        public static final Sum NONE = new Sum(Digest.MD5, "");
    }

    /** Whether certificates are verified, whether self-signed ones pass: both not, where nobody says so. */
    public enum Choice {
        UNSAID, YES, NO;

        public boolean yes() {
            return this == YES;
        }

        Choice or(Choice other) {
            return this == UNSAID ? other : this;
        }
    }

    /** Certificates are verified where nothing else is said. */
    public Tls verified() {
        return new Tls(used, versions, verify.or(Choice.YES), selfSigned, ciphers, paths, checksum, validDays, startTls);
    }

    public boolean hasOptions() {
        return !versions.isEmpty() || verify.yes() || selfSigned.yes() || paths.any() || startTls;
    }

    /** What is not said here is as {@code all} say it. Who is pinned, and for how long a certificate must last, each test says itself. */
    public Tls over(Tls all) {
        return new Tls(used, versions.isEmpty() ? all.versions : versions, verify.or(all.verify), selfSigned.or(all.selfSigned),
                ciphers.isEmpty() ? all.ciphers : ciphers, paths.over(all.paths), checksum, validDays, startTls);
    }
}
