package jmonit.config;

import java.util.ArrayList;

import jmonit.model.Tls;

/** What is said about encryption, in words. */
final class TlsText {

    private TlsText() {
    }

    /** " using TLS with options {…} and certificate …", or nothing. */
    static String of(Tls tls) {
        if (!tls.used()) {
            return "";
        }
        var text = new StringBuilder(" using TLS");
        String options = options(tls);
        if (!options.isEmpty()) {
            text.append(" with options {").append(options).append('}');
        }
        if (tls.validDays() > 0) {
            text.append(" and certificate valid for at least ").append(tls.validDays()).append(" days");
        }
        if (!tls.checksum().value().isEmpty()) {
            text.append(" and certificate checksum ").append(tls.checksum().digest()).append(" equal to '")
                    .append(tls.checksum().value()).append('\'');
        }
        return text.toString();
    }

    static String options(Tls tls) {
        var options = new ArrayList<String>();
        if (!tls.versions().isEmpty()) {
            options.add("version: " + String.join(" ", tls.versions()));
        }
        if (tls.verify().yes()) {
            options.add("verify: enable");
        }
        if (tls.selfSigned().yes()) {
            options.add("selfsigned: allow");
        }
        if (tls.startTls()) {
            options.add("starttls: enable");
        }
        Tls.Paths paths = tls.paths();
        add(options, "pemfile", paths.pem());
        add(options, "pemchain", paths.chain());
        add(options, "pemkey", paths.key());
        add(options, "clientpemfile", paths.clientPem());
        add(options, "CACertificateFile", paths.caFile());
        add(options, "CACertificatePath", paths.caPath());
        if (!tls.ciphers().isEmpty()) {
            options.add("ciphers: \"" + tls.ciphers() + "\"");
        }
        return String.join(", ", options);
    }

    private static void add(ArrayList<String> options, String name, String path) {
        if (!path.isEmpty()) {
            options.add(name + ": " + path);
        }
    }
}
