package jmonit.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Digest;
import jmonit.model.Tls;

/** Collects what is said about encryption: {@code with ssl options {…}}, {@code certificate …} and the older words. */
final class TlsReader {

    private static final Map<String, String> VERSIONS = Map.of("tlsv1", "TLSv1.0", "tlsv11", "TLSv1.1", "tlsv12", "TLSv1.2", "tlsv13", "TLSv1.3");
    private static final List<String> VERSION_WORDS = List.of("auto", "tlsv1", "tlsv11", "tlsv12", "tlsv13", "-tlsv1", "-tlsv11", "-tlsv12",
            "-tlsv13", "sslv2", "sslv3", "-sslv2", "-sslv3");
    private static final List<String> SSL = List.of("ssl", "tls");

    private final Cursor c;
    private final boolean mayStartPlain;
    private final TreeSet<String> versions = new TreeSet<>();
    private boolean used;
    private Tls.Choice verify = Tls.Choice.UNSAID;
    private Tls.Choice selfSigned = Tls.Choice.UNSAID;
    private String ciphers = "";
    private Tls.Paths paths = Tls.Paths.NONE;
    private Tls.Sum checksum = Tls.Sum.NONE;
    private int validDays;
    private boolean startTls;

    TlsReader(Cursor cursor) {
        this(cursor, false);
    }

    private TlsReader(Cursor cursor, boolean mayStartPlain) {
        this.c = cursor;
        this.mayStartPlain = mayStartPlain;
    }

    /** Of a connection test, which alone may begin in plain text. */
    static TlsReader ofTest(Cursor cursor) {
        return new TlsReader(cursor, true);
    }

    void use() {
        used = true;
    }

    Tls tls() {
        return new Tls(used, new ArrayList<>(versions), verify, selfSigned, ciphers, paths, checksum, validDays, startTls);
    }

    /** {@code ssl}, {@code tls}, {@code ssl options {…}}; braces with nothing in them change nothing. */
    boolean ssl() {
        if (!c.takeAny(SSL)) {
            return false;
        }
        boolean block = c.at(MonitParser.OPEN);
        if (!block) {
            use();
            c.takeAny(SSL);
        }
        if (c.at(MonitParser.OPEN)) {
            options();
        }
        return true;
    }

    /** {@code { version: auto, verify: enable, … }} */
    void options() {
        Word open = c.next();
        while (c.more() && !c.at(MonitParser.CLOSE)) {
            // Monit takes a list of ciphers alone for no wish to encrypt.
            used |= !c.at("ciphers");
            option();
        }
        if (!c.spent() && !c.take(MonitParser.CLOSE)) {
            c.complain(Diagnostic.error(open.span(), "this brace is never closed", "expected a \"}\" after the options").see("ssl"));
        }
    }

    private void option() {
        if (c.take("version")) {
            versions();
        } else if (c.take("verify")) {
            verify = either("enable", "disable");
        } else if (c.take("selfsigned")) {
            selfSigned = either("allow", "reject");
        } else if (c.take("ciphers")) {
            ciphers = c.value("a list of ciphers");
        } else if (mayStartPlain && c.take("starttls")) {
            startTls = either("enable", "disable").yes();
        } else if (!path()) {
            c.unknown("TLS option", "ssl");
        }
    }

    /** The paths of files, each under its own word. */
    boolean path() {
        if (c.take("pemfile")) {
            paths = new Tls.Paths(file(paths.pem()), paths.chain(), paths.key(), paths.clientPem(), paths.caFile(), paths.caPath());
        } else if (c.take("pemchain")) {
            paths = new Tls.Paths(paths.pem(), file(paths.chain()), paths.key(), paths.clientPem(), paths.caFile(), paths.caPath());
        } else if (c.take("pemkey")) {
            paths = new Tls.Paths(paths.pem(), paths.chain(), file(paths.key()), paths.clientPem(), paths.caFile(), paths.caPath());
        } else if (c.take("clientpemfile")) {
            paths = new Tls.Paths(paths.pem(), paths.chain(), paths.key(), file(paths.clientPem()), paths.caFile(), paths.caPath());
        } else if (c.take("cacertificatefile")) {
            paths = new Tls.Paths(paths.pem(), paths.chain(), paths.key(), paths.clientPem(), file(paths.caFile()), paths.caPath());
        } else if (c.take("cacertificatepath")) {
            paths = new Tls.Paths(paths.pem(), paths.chain(), paths.key(), paths.clientPem(), paths.caFile(), file(paths.caPath()));
        } else {
            return false;
        }
        return true;
    }

    /** One file of a kind is all there can be. */
    private String file(String before) {
        Word word = c.previous();
        String file = PathReader.read(c, "a path", "ssl");
        if (!before.isEmpty()) {
            c.complain(Diagnostic.error(word.span(), "there is a \"" + word.getText() + "\" already", "which one is meant?").see("ssl"));
        }
        return file;
    }

    void allowSelfSigned() {
        selfSigned = Tls.Choice.YES;
    }

    private Tls.Choice either(String yes, String no) {
        if (c.take(yes)) {
            return Tls.Choice.YES;
        }
        if (!c.take(no)) {
            c.unknown("choice", "ssl");
        }
        return Tls.Choice.NO;
    }

    private void versions() {
        Word word = c.previous();
        if (c.at(MonitParser.CLOSE)) {
            c.warn(Diagnostic.warning(word.span(), "no TLS version is named here", "the usual ones are spoken").see("ssl"));
        } else if (!version()) {
            c.unknown("TLS version", "ssl");
        }
        boolean any = !versions.isEmpty();
        while (c.more() && version()) {
            any |= !versions.isEmpty();
        }
        if (any && versions.isEmpty()) {
            c.warn(Diagnostic.warning(word.span(), "this list leaves no TLS version", "the usual ones are spoken").see("ssl"));
        }
    }

    /** One word of a list of versions; a dash takes the version out again. */
    boolean version() {
        Word word = c.peek();
        if (!c.takeAny(VERSION_WORDS)) {
            return false;
        }
        String name = word.getText().toLowerCase(java.util.Locale.ROOT);
        if (name.equals("auto")) {
            versions.addAll(List.of("TLSv1.2", "TLSv1.3"));
        } else if (name.startsWith("-")) {
            Optional.ofNullable(VERSIONS.get(name.substring(1))).ifPresent(versions::remove);
        } else if (VERSIONS.containsKey(name)) {
            versions.add(VERSIONS.get(name));
        } else {
            c.complain(Diagnostic.error(word.span(), "\"" + word.getText() + "\" is not spoken any more",
                    "expected auto, tlsv1, tlsv11, tlsv12 or tlsv13").help("use \"auto\" for TLS 1.2 and 1.3").see("ssl"));
        }
        return true;
    }

    /** The words of Monit 4 and 5.0 after {@code type tcpssl} and {@code using}. */
    boolean oldVersion() {
        if (c.take("sslauto")) {
            versions.addAll(List.of("TLSv1.2", "TLSv1.3"));
            use();
            return true;
        }
        boolean excludes = c.peek().getText().startsWith("-");
        boolean taken = c.more() && version();
        used |= taken && !excludes;
        return taken;
    }

    /** {@code certificate checksum …}, {@code certificate valid …} and {@code certmd5 …}. */
    boolean certificate() {
        if (c.take("certmd5")) {
            checksum(Optional.of(Digest.MD5));
            return true;
        }
        if (!c.take("certificate")) {
            return false;
        }
        use();
        if (c.take("checksum")) {
            Optional<Digest> digest = c.take("md5") ? Optional.of(Digest.MD5) : c.take("sha1") ? Optional.of(Digest.SHA1) : Optional.empty();
            checksum(digest);
        } else if (c.take("valid")) {
            valid();
        } else {
            c.unknown("certificate test", "ssl");
        }
        return true;
    }

    private void checksum(Optional<Digest> asked) {
        use();
        c.take(MonitParser.COMPARATOR);
        Word word = c.peek();
        String text = c.value("a checksum");
        Optional<Digest> digest = Sums.digest(text);
        if (!c.spent() && (digest.isEmpty() || asked.isPresent() && !asked.equals(digest))) {
            c.complain(Sums.invalid(word, asked));
        }
        checksum = new Tls.Sum(digest.orElse(Digest.MD5), text);
    }

    private void valid() {
        var values = new Values(c);
        values.comparison();
        validDays = values.small("a number of days");
        if (!c.spent() && !c.take("days") && !c.take("day")) {
            c.unknown("unit", "ssl");
        }
    }
}
