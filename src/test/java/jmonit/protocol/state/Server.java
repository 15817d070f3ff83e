package jmonit.protocol.state;

import java.util.Locale;
import java.util.concurrent.Callable;

/** All servers, those first that take long to start. */
enum Server {
    MARIADB(DatabasePeers::mariadb),
    POSTGRESQL(DatabasePeers::postgresql),
    SPAMD(MailPeers::spamassassin),
    POSTGREY(MailPeers::postgrey),
    CLAMD(MailPeers::clamav),
    DOVECOT(MailPeers::dovecot),
    EXIM(MailPeers::exim),
    FAIL2BAN(LinePeers::fail2ban),
    FREERADIUS(DirectoryPeers::freeRadius),
    KAMAILIO(DirectoryPeers::kamailio),
    BIND(DirectoryPeers::bind),
    CHRONY(DirectoryPeers::chrony),
    SLAPD(DirectoryPeers::openLdap),
    MOSQUITTO(DirectoryPeers::mosquitto),
    NGINX(WebPeers::nginx),
    APACHE(WebPeers::apache),
    WEBSOCKET(WebPeers::websocket),
    REDIS(DatabasePeers::redis),
    MEMCACHED(DatabasePeers::memcached),
    SSHD(LinePeers::openSsh),
    RSYNC(LinePeers::rsync),
    VSFTPD(LinePeers::vsftpd),
    LEAFNODE(LinePeers::leafnode),
    INETD(LinePeers::inetd),
    GPSD(LinePeers::gpsd),
    SCRIPTED(ScriptedPeers::all);

    /** Starts it and says what to ask. */
    @FunctionalInterface
    private interface Start {

        Peer in(Site site) throws Exception;
    }

    private final Start start;

    Server(Start start) {
        this.start = start;
    }

    /** To be started in a folder of its own. */
    Callable<Peer> below(Site site) {
        return () -> start.in(site.below(name().toLowerCase(Locale.ROOT)));
    }
}
