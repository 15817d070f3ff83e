package jmonit.protocol;

import static jmonit.catalog.Option.of;
import static jmonit.catalog.Option.secret;
import static jmonit.catalog.Option.text;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import jmonit.catalog.Option;
import jmonit.catalog.Option.Kind;
import jmonit.catalog.Protocol;
import jmonit.catalog.Protocol.Carrier;

/** The words after {@code protocol}, each with its options and who holds the conversation: one line for each. */
public final class BuiltInProtocols {

    private static final List<Option> LOGIN = List.of(text("username", "user to log in as"), secret("password", "password to log in with"));
    private static final List<Option> WEB = with(LOGIN,
            of("request", Kind.REQUEST, "path and query to ask for"),
            of("method", Kind.METHOD, "GET, or HEAD to spare the page"),
            of("status", Kind.STATUS, "status the answer must have; below 400 unless said"),
            of("checksum", Kind.SUM, "MD5 or SHA-1 sum of the page"),
            of("http headers", Kind.HEADERS, "headers to send, as [Name: value, …]"),
            text("hostheader", "Host header to send"),
            of("redirects", Kind.NUMBER, "how many redirects of the server to follow; none unless said"),
            of("json", Kind.JSON, "path to a JSON value of the page, and what it must be or contain"),
            of("content", Kind.REGEX, "regular expression the page must match, or not"));
    private static final List<Option> DOMAIN = List.of(text("domain", "domain to ask about"),
            of("valid", Kind.DAYS, "days that must be left until it ends"));
    private static final List<Option> AMQP = with(LOGIN, text("virtualhost", "virtual host to open, / unless said"));
    private static final List<Option> DNS = List.of(text("name", "name to ask for"), text("record", "kind of record to ask for, A unless said"),
            of("answer", Kind.REGEX, "regular expression one of the answers must match, or none"));
    private static final List<Option> MYSQL = with(LOGIN, of("rsakey checksum", Kind.SUM, "sum of the server's RSA key"));
    private static final List<Option> POSTGRES = with(LOGIN, text("database", "database to connect to"));
    private static final List<Option> RADIUS = List.of(secret("secret", "secret shared with the server"));
    private static final List<Option> SIP = List.of(text("target", "address to ask about"),
            of("maxforward", Kind.NUMBER, "how many hops the question may take"));
    private static final List<Option> WEBSOCKET = List.of(of("request", Kind.PATH, "path to ask for"), text("host", "Host header"),
            text("origin", "Origin header"), of("version", Kind.NUMBER, "version of the protocol, 13 unless said"));

    private BuiltInProtocols() {
    }

    /** What a control file says itself, turn by turn, with send and expect. */
    public static Protocol dialogue() {
        return Protocol.of("generic", "generic", "a dialogue of send and expect", new GenericConversation());
    }

    public static List<Protocol> all() {
        var lane = new Lane();
        return List.of(
                Protocol.of("amqp", "AMQP", "RabbitMQ or another broker of AMQP 0-9-1", new AmqpConversation()).with(AMQP),
                Protocol.of("apache-status", "APACHESTATUS", "Apache's status page, with limits for each state of its workers", new ApacheStatusConversation())
                        .with(apache()),
                Protocol.of("clamav", "CLAMAV", "ClamAV's daemon", new ClamavConversation()),
                Protocol.of("default", "DEFAULT", "any server: it takes a connection", new PlainConversation()),
                Protocol.of("dns", "DNS", "a name server", new DnsConversation()).with(DNS),
                Protocol.of("dwp", "DWP", "an HTTP proxy", new DwpConversation()),
                Protocol.of("fail2ban", "FAIL2BAN", "fail2ban's server, over its Unix socket", new Fail2banConversation()),
                Protocol.of("ftp", "FTP", "a file server", new FtpConversation()).startingTls(),
                Protocol.of("gps", "GPS", "gpsd", new GpsConversation()),
                Protocol.of("grpc", "GRPC", "a gRPC server that tells its health", new GrpcConversation())
                        .with(text("service", "service to ask about, the whole server unless said")),
                Protocol.of("http", "HTTP", "a web server", new HttpConversation(lane)).with(WEB),
                Protocol.of("https", "HTTP", "a web server over TLS", new HttpConversation(lane)).over(Carrier.TLS).with(WEB),
                Protocol.of("imap", "IMAP", "a mailbox server", new ImapConversation()).startingTls(),
                Protocol.of("imaps", "IMAP", "a mailbox server over TLS", new ImapConversation()).over(Carrier.TLS),
                Protocol.of("kafka", "KAFKA", "a Kafka broker", new KafkaConversation()),
                Protocol.of("ldap2", "LDAP2", "a directory server, version 2", new LdapConversation(2)),
                Protocol.of("ldap3", "LDAP3", "a directory server, version 3", new LdapConversation(3)).startingTls(),
                Protocol.of("lmtp", "LMTP", "a local mail delivery server", new LmtpConversation()).startingTls(),
                Protocol.of("memcache", "MEMCACHE", "memcached", new MemcacheConversation()),
                Protocol.of("mongodb", "MONGODB", "MongoDB", new MongoConversation()),
                Protocol.of("mqtt", "MQTT", "an MQTT broker", new MqttConversation()).with(LOGIN),
                Protocol.of("mysql", "MYSQL", "MySQL or MariaDB", new MysqlConversation()).with(MYSQL),
                Protocol.of("mysqls", "MYSQL", "MySQL or MariaDB over TLS", new MysqlConversation()).over(Carrier.TLS).with(MYSQL),
                Protocol.of("nats", "NATS", "a NATS server", new NatsConversation()).with(LOGIN),
                Protocol.of("nntp", "NNTP", "a news server", new NntpConversation()).startingTls(),
                Protocol.of("ntp3", "NTP3", "a time server", new NtpConversation()).over(Carrier.UDP),
                Protocol.of("pgsql", "PGSQL", "PostgreSQL", new PgsqlConversation()).startingTls().with(POSTGRES),
                Protocol.of("pop", "POP", "a POP3 server", new PopConversation()).startingTls(),
                Protocol.of("pops", "POP", "a POP3 server over TLS", new PopConversation()).over(Carrier.TLS),
                Protocol.of("postfix-policy", "POSTFIX-POLICY", "a policy server of Postfix", new PostfixPolicyConversation()),
                Protocol.of("radius", "RADIUS", "a RADIUS server", new RadiusConversation()).over(Carrier.UDP_ONLY).with(RADIUS),
                Protocol.of("rdap", "RDAP", "a domain registry over HTTPS: how long a domain is registered", new RdapConversation(InstantSource.system()))
                        .over(Carrier.TLS).with(DOMAIN).with(of("path", Kind.PATH, "what the addresses of the registry begin with")),
                Protocol.of("rdate", "RDATE", "a server of the time protocol", new RdateConversation(InstantSource.system())),
                Protocol.of("redis", "REDIS", "Redis", new RedisConversation()),
                Protocol.of("rsync", "RSYNC", "an rsync daemon", new RsyncConversation()),
                Protocol.of("sieve", "SIEVE", "a ManageSieve server", new SieveConversation()).startingTls(),
                Protocol.of("sip", "SIP", "a telephony server", new SipConversation()).with(SIP),
                Protocol.of("smtp", "SMTP", "a mail server", new SmtpConversation()).startingTls().with(LOGIN),
                Protocol.of("smtps", "SMTP", "a mail server over TLS", new SmtpConversation()).over(Carrier.TLS).with(LOGIN),
                Protocol.of("spamassassin", "SPAMASSASSIN", "spamd", new SpamassassinConversation()),
                Protocol.of("ssh", "SSH", "a secure shell server", new SshConversation())
                        .with(of("hostkey", Kind.HOST_KEY, "fingerprint of the key it must have")),
                Protocol.of("tns", "TNS", "Oracle's listener", new TnsConversation()),
                Protocol.of("websocket", "WEBSOCKET", "a WebSocket server", new WebsocketConversation()).with(WEBSOCKET),
                Protocol.of("whois", "WHOIS", "a domain registry: how long a domain is registered", new WhoisConversation(InstantSource.system()))
                        .with(DOMAIN));
    }

    private static List<Option> apache() {
        Stream<Option> limits = Stream.of("loglimit", "closelimit", "dnslimit", "keepalivelimit", "replylimit", "requestlimit",
                        "startlimit", "waitlimit", "gracefullimit", "cleanuplimit")
                .map(l -> of(l, Kind.SHARE, "share of workers in state " + l.replace("limit", "")));
        return with(LOGIN, Stream.concat(Stream.of(of("path", Kind.PATH, "path of the status page")), limits).toArray(Option[]::new));
    }

    private static List<Option> with(List<Option> some, Option... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
