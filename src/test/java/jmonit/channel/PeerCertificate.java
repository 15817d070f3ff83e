package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import jmonit.os.OlderTls;

/** A certificate that nobody but itself has signed, which keytool has just made. */
record PeerCertificate(SSLContext context, String md5) {

    private static final char[] PASSWORD = "password".toCharArray();

    static PeerCertificate in(Path directory) throws Exception {
        Path file = directory.resolve("store.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(keytool, "-genkeypair", "-keystore", file.toString(), "-storepass", new String(PASSWORD), "-alias", "server",
                "-keyalg", "EC", "-dname", "CN=plum").redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
        if (!made.waitFor(60, TimeUnit.SECONDS)) {
            made.destroyForcibly();
        }
        assertEquals(0, made.exitValue());
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        OlderTls.allow();
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        byte[] sum = MessageDigest.getInstance("MD5").digest(store.getCertificate("server").getEncoded());
        return new PeerCertificate(context, HexFormat.of().formatHex(sum));
    }
}
