package jmonit.protocol.state;

import static jmonit.protocol.state.Row.accepted;
import static jmonit.protocol.state.Row.refused;
import static jmonit.protocol.state.Row.right;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jmonit.protocol.RealServer;

/** PostgreSQL, MariaDB, Redis and memcached. */
final class DatabasePeers {

    private static final String LOGIN = " username \"probe\" password \"x7Kq\"";
    private static final String WRONG = " username \"probe\" password \"wrong\"";

    private DatabasePeers() {
    }

    private static String postgres(String program) throws Exception {
        var root = Path.of("/usr/lib/postgresql");
        assumeTrue(Files.isDirectory(root), "no PostgreSQL is installed");
        try (var versions = Files.list(root)) {
            return versions.map(v -> v.resolve("bin").resolve(program)).filter(Files::isExecutable).findFirst().orElseThrow().toString();
        }
    }

    /** It does not run as root. */
    private static String[] asPostgres(String program, String... arguments) {
        var start = Stream.of("--reuid=postgres", "--regid=postgres", "--clear-groups", program);
        return Stream.concat(start, Stream.of(arguments)).toArray(String[]::new);
    }

    /** Each user comes in by another way. */
    static Peer postgresql(Site site) throws Exception {
        var port = RealServer.freePort();
        var password = site.write("password", "x7Kq\n");
        site.run("setpriv", asPostgres(postgres("initdb"), "-D", site.path("data"), "-N", "-U", "probe", "-A", "scram-sha-256", "--pwfile",
                password));
        var ways = site.write("hba", """
                host all clear 127.0.0.1/32 password
                host all md5 127.0.0.1/32 md5
                host all none 127.0.0.1/32 reject
                host all all 127.0.0.1/32 scram-sha-256
                """);
        var users = site.write("users", """
                SET password_encryption = 'md5';
                CREATE USER md5 PASSWORD 'x7Kq';
                CREATE USER clear PASSWORD 'x7Kq';
                """);
        site.run("setpriv", asPostgres("/bin/sh", "-c", postgres("postgres") + " --single -j -D " + site.path("data") + " postgres <" + users));
        site.start("setpriv", asPostgres(postgres("postgres"), "-D", site.path("data"), "-p", port + "", "-h", "127.0.0.1", "-k",
                site.folder().toString(), "-c", "hba_file=" + ways, "-c", "fsync=off")).awaitOutput("ready to accept connections");
        var pgsql = "port " + port + " protocol pgsql";
        var there = " database \"postgres\"";
        return Peer.of(right("pgsql", pgsql).monitAlone(State.HUNG),
                right("pgsql: password", pgsql + LOGIN.replace("probe", "clear") + there).monitAlone(State.HUNG),
                right("pgsql: md5", pgsql + LOGIN.replace("probe", "md5") + there).monitAlone(State.HUNG),
                right("pgsql: scram", pgsql + LOGIN + there).monitAlone(State.HUNG),
                refused("pgsql: wrong password", pgsql + WRONG.replace("probe", "clear") + there),
                refused("pgsql: wrong md5", pgsql + WRONG.replace("probe", "md5") + there),
                refused("pgsql: wrong scram", pgsql + WRONG + there).monitAlone(State.HEALTHY),
                refused("pgsql: not let in", pgsql + " username \"none\" password \"x7Kq\"" + there));
    }

    static Peer mariadb(Site site) throws Exception {
        var data = site.path("data");
        site.run("mariadb-install-db", "--no-defaults", "--datadir=" + data, "--auth-root-authentication-method=normal", "--skip-test-db",
                "--skip-name-resolve", "--user=root");
        site.run("cp", "-r", data, site.path("older"));
        var port = RealServer.freePort();
        var older = RealServer.freePort();
        var servers = List.of(mariadbd(site, "data", port, "fresh"), mariadbd(site, "older", older, "expired"));
        for (var server : servers) {
            server.awaitOutput("ready for connections");
        }
        var mysql = "port " + port + " protocol mysql";
        var mysqls = "port " + port + " protocol mysqls";
        var expired = "port " + older + " protocol mysqls";
        return Peer.of(right("mysql", mysql), right("mysql: login", mysql + LOGIN), refused("mysql: wrong password", mysql + WRONG),
                right("mysqls", mysqls), right("mysqls: login", mysqls + LOGIN), refused("mysqls: wrong password", mysqls + WRONG),
                // Monit does not come to the certificate: it encrypts from the first byte.
                accepted("mysqls: valid for days", mysqls + LOGIN + " certificate valid > 10 days").monitAlone(State.HEALTHY),
                refused("mysqls: not valid for so many days", mysqls + LOGIN + " certificate valid > 90 days"),
                accepted("mysqls: expired, not verified", expired + LOGIN),
                refused("mysqls: expired, valid for days", expired + LOGIN + " certificate valid > 10 days"));
    }

    private static RealServer mariadbd(Site site, String data, int port, String certificate) throws Exception {
        var accounts = site.write("accounts", "CREATE OR REPLACE USER 'probe'@'%' IDENTIFIED BY 'x7Kq';\n");
        return site.in("run-" + data).start("mariadbd", "--no-defaults", "--datadir=" + site.path(data),
                "--user=root", "--port=" + port, "--bind-address=127.0.0.1", "--socket=" + site.path(data + ".sock"), "--init-file=" + accounts,
                "--skip-name-resolve", "--innodb-flush-log-at-trx-commit=0", "--ssl-cert=" + site.path(certificate + ".crt"),
                "--ssl-key=" + site.path(certificate + ".key"), "--pid-file=" + site.path(data + ".pid"));
    }

    private static RealServer redis(Site site, String name, String... more) throws Exception {
        var fixed = Stream.of("--bind", "127.0.0.1", "--save", "", "--tls-auth-clients", "no");
        var arguments = Stream.concat(fixed, Stream.of(more)).toArray(String[]::new);
        return site.in("run-" + name).start("redis-server", arguments);
    }

    static Peer redis(Site site) throws Exception {
        var port = RealServer.freePort();
        var fresh = RealServer.freePort();
        var expired = RealServer.freePort();
        var locked = RealServer.freePort();
        redis(site, "fresh", "--port", port + "", "--tls-port", fresh + "", "--tls-cert-file", site.path("fresh.crt"), "--tls-key-file",
                site.path("fresh.key"), "--tls-ca-cert-file", site.path("fresh.crt")).awaitPort(fresh);
        redis(site, "expired", "--port", "0", "--tls-port", expired + "", "--tls-cert-file", site.path("expired.crt"), "--tls-key-file",
                site.path("expired.key"), "--tls-ca-cert-file", site.path("expired.crt")).awaitPort(expired);
        redis(site, "locked", "--port", locked + "", "--requirepass", "x7Kq").awaitPort(locked);
        return Peer.of(right("redis", "port " + port + " protocol redis"),
                accepted("redis: wants a password", "port " + locked + " protocol redis"),
                refused("redis at a port with TLS", "port " + fresh + " protocol redis with timeout 1 seconds"))
                .with(Row.encrypted("redis", "port " + fresh, "port " + expired, "port " + port, " protocol redis"));
    }

    static Peer memcached(Site site) throws Exception {
        var port = RealServer.freePort();
        site.start("memcached", "-u", "nobody", "-l", "127.0.0.1", "-p", port + "", "-U", "0").awaitPort(port);
        return Peer.of(right("memcache", "port " + port + " protocol memcache"));
    }
}
