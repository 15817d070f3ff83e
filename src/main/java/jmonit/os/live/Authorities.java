package jmonit.os.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import jmonit.model.Tls;

/** Who is trusted to sign certificates: those of a file, a directory or the system. Read again only after they have changed. */
final class Authorities {

    private static final List<Path> OF_THE_SYSTEM = List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"), Path.of("/etc/ssl/ca-bundle.pem"), Path.of("/etc/ssl/cert.pem"));

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    private record Known(FileTime modified, X509TrustManager trust) {
    }

    X509TrustManager of(Tls.Paths paths) throws IOException, GeneralSecurityException {
        if (!paths.caFile().isEmpty()) {
            return of(Path.of(paths.caFile()));
        }
        if (!paths.caPath().isEmpty()) {
            return of(Path.of(paths.caPath()));
        }
        var system = OF_THE_SYSTEM.stream().filter(Files::isReadable).findFirst();
        return system.isPresent() ? of(system.get()) : ofJava();
    }

    private X509TrustManager of(Path path) throws IOException, GeneralSecurityException {
        var modified = modified(path);
        var last = Optional.ofNullable(known.get(path)).filter(k -> k.modified().equals(modified));
        if (last.isPresent()) {
            return last.get().trust();
        }
        var trust = trust(Files.isDirectory(path) ? ofDirectory(path) : Pem.of(path).certificates(), path);
        known.put(path, new Known(modified, trust));
        return trust;
    }

    private static FileTime modified(Path path) throws IOException {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw Failure.to("read", path.toString(), e);
        }
    }

    private static List<Certificate> ofDirectory(Path directory) throws IOException, CertificateException {
        var all = new ArrayList<Certificate>();
        // Such a directory holds other files, too: lists of what was revoked, keys, notes.
        try (var files = Files.newDirectoryStream(directory, Files::isRegularFile)) {
            for (var file : files) {
                all.addAll(Pem.of(file).certificates());
            }
        }
        return all;
    }

    private static X509TrustManager trust(List<Certificate> certificates, Path path) throws IOException, GeneralSecurityException {
        if (certificates.isEmpty()) {
            throw new IOException("SSL: there are no certificates in " + path);
        }
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("authority " + i, certificates.get(i));
        }
        return trust(store);
    }

    /** Those that come with Java, for a system that has none. */
    private static X509TrustManager ofJava() throws GeneralSecurityException {
        return trust((KeyStore) null);
    }

    private static X509TrustManager trust(KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
