package jmonit.protocol;

import static jmonit.catalog.Option.of;
import static jmonit.catalog.Option.secret;
import static jmonit.catalog.Option.text;

import java.util.List;
import java.util.stream.Stream;

import jmonit.catalog.Option;
import jmonit.catalog.Option.Kind;
import jmonit.catalog.Protocol;
import jmonit.catalog.Protocol.Carrier;

/** The words after {@code protocol}, each with its options. */
public final class BuiltInProtocols {

    private static final Option[] LOGIN = {text("username", "user to log in as"), secret("password", "password to log in with")};
    private static final Option[] WEB = with(LOGIN,
            of("request", Kind.REQUEST, "path and query to ask for"),
            of("method", Kind.METHOD, "GET, or HEAD to spare the page"),
            of("status", Kind.STATUS, "status the answer must have; below 400 unless said"),
            of("checksum", Kind.SUM, "MD5 or SHA-1 sum of the page"),
            of("http headers", Kind.HEADERS, "headers to send, as [Name: value, …]"),
            text("hostheader", "Host header to send"),
            of("content", Kind.REGEX, "regular expression the page must match, or not"));
    private static final Option[] MYSQL = with(LOGIN, of("rsakey checksum", Kind.SUM, "sum of the server's RSA key"));

    private BuiltInProtocols() {
    }

    public static List<Protocol> all() {
        return List.of(
                Protocol.of("apache-status", "APACHESTATUS", "Apache's status page, with limits for each state of its workers", apache()),
                Protocol.of("clamav", "CLAMAV", "ClamAV's daemon"),
                Protocol.of("default", "DEFAULT", "any server: it takes a connection"),
                Protocol.of("dns", "DNS", "a name server"),
                Protocol.of("dwp", "DWP", "an HTTP proxy"),
                Protocol.of("fail2ban", "FAIL2BAN", "fail2ban's server, over its Unix socket"),
                Protocol.of("ftp", "FTP", "a file server"),
                Protocol.of("gps", "GPS", "gpsd"),
                Protocol.of("http", "HTTP", "a web server", WEB),
                Protocol.of("https", "HTTP", "a web server over TLS", WEB).over(Carrier.TLS),
                Protocol.of("imap", "IMAP", "a mailbox server"),
                Protocol.of("imaps", "IMAP", "a mailbox server over TLS").over(Carrier.TLS),
                Protocol.of("ldap2", "LDAP2", "a directory server, version 2"),
                Protocol.of("ldap3", "LDAP3", "a directory server, version 3"),
                Protocol.of("lmtp", "LMTP", "a local mail delivery server"),
                Protocol.of("memcache", "MEMCACHE", "memcached"),
                Protocol.of("mongodb", "MONGODB", "MongoDB"),
                Protocol.of("mqtt", "MQTT", "an MQTT broker", LOGIN),
                Protocol.of("mysql", "MYSQL", "MySQL or MariaDB", MYSQL),
                Protocol.of("mysqls", "MYSQL", "MySQL or MariaDB over TLS", MYSQL).over(Carrier.TLS),
                Protocol.of("nntp", "NNTP", "a news server"),
                Protocol.of("ntp3", "NTP3", "a time server").over(Carrier.UDP),
                Protocol.of("pgsql", "PGSQL", "PostgreSQL", with(LOGIN, text("database", "database to connect to"))),
                Protocol.of("pop", "POP", "a POP3 server"),
                Protocol.of("pops", "POP", "a POP3 server over TLS").over(Carrier.TLS),
                Protocol.of("postfix-policy", "POSTFIX-POLICY", "a policy server of Postfix"),
                Protocol.of("radius", "RADIUS", "a RADIUS server", secret("secret", "secret shared with the server")).over(Carrier.UDP_ONLY),
                Protocol.of("rdate", "RDATE", "a server of the time protocol"),
                Protocol.of("redis", "REDIS", "Redis"),
                Protocol.of("rsync", "RSYNC", "an rsync daemon"),
                Protocol.of("sieve", "SIEVE", "a ManageSieve server"),
                Protocol.of("sip", "SIP", "a telephony server", text("target", "address to ask about"),
                        of("maxforward", Kind.NUMBER, "how many hops the question may take")),
                Protocol.of("smtp", "SMTP", "a mail server", LOGIN),
                Protocol.of("smtps", "SMTP", "a mail server over TLS", LOGIN).over(Carrier.TLS),
                Protocol.of("spamassassin", "SPAMASSASSIN", "spamd"),
                Protocol.of("ssh", "SSH", "a secure shell server"),
                Protocol.of("tns", "TNS", "Oracle's listener"),
                Protocol.of("websocket", "WEBSOCKET", "a WebSocket server", of("request", Kind.PATH, "path to ask for"), text("host", "Host header"),
                        text("origin", "Origin header"), of("version", Kind.NUMBER, "version of the protocol, 13 unless said")));
    }

    private static Option[] apache() {
        Stream<Option> limits = Stream.of("loglimit", "closelimit", "dnslimit", "keepalivelimit", "replylimit", "requestlimit",
                        "startlimit", "waitlimit", "gracefullimit", "cleanuplimit")
                .map(l -> of(l, Kind.SHARE, "share of workers in state " + l.replace("limit", "")));
        return Stream.concat(Stream.of(with(LOGIN, of("path", Kind.PATH, "path of the status page"))), limits).toArray(Option[]::new);
    }

    private static Option[] with(Option[] some, Option... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(Option[]::new);
    }
}
