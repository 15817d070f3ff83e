package jmonit.config;

import java.util.Locale;
import java.util.Set;

/** The words Monit never takes for a value unless they are quoted. */
final class Reserved {

    private static final Set<String> WORDS = Set.of((
            "action active address alert allow allowselfcertification apache-status atime attribute auto b basedir batch byte "
            + "bytein byteout bytes cacertificatefile cacertificatepath certificate certmd5 changed checksum child children ciphers "
            + "clamav cleanuplimit cleartext clientpemfile closelimit connection content core count cpu credentials crypt ctime cycle "
            + "cycles daemon data database day days default delay disable disk dns dnslimit down download downloaded dwp echo else "
            + "enable eq equal eventqueue every exec execute exist exists expect expectbuffer facility fail2ban failed "
            + "filecontentbuffer filedescriptors fips free fsflag fsflags ftp gb get gid gigabyte gigabytes gps gracefullimit greater "
            + "gt h head host hostheader hostname hour hours http httpcontentbuffer httpd https icmp idfile if ignore imap imaps init "
            + "inode inodes instance interface invalid ipv4 ipv6 kb keepalivelimit kilobyte kilobytes laststate ldap2 ldap3 less "
            + "limits link lmtp loadavg log logfile loglimit lt m mail-format mailserver manual match matching maxforward mb md5 "
            + "megabyte megabytes mem memcache memory method millisecond milliseconds minute minutes mmonit mode mongodb month months "
            + "more mqtt ms mtime mysql mysqls ne networktimeout newer nntp noalert nonexist nostart not notequal ntp3 older onreboot "
            + "operation operations origin packet packetin packetout packets passed passive password path pemchain pemfile pemkey "
            + "percent perm permission pgsql pid pidfile ping ping4 ping6 pop pops port postfix-policy ppid programoutput "
            + "programtimeout proto protocol radius rdate read read-only readonly recovered redis register reject reminder repeat "
            + "replylimit request requestlimit resource responsetime restart restarts restarttimeout retry rsakey rsync s saturation "
            + "second seconds secret security selfsigned send sendexpectbuffer set sha1 sieve signature sip size slot slots smtp "
            + "smtps space spamassassin speed ssh ssl sslauto sslv2 sslv3 start startlimit starttimeout statefile status stop "
            + "stoptimeout succeeded swap syslog target tcp tcpssl terminal then thread threads time timeout timestamp tls tlsv1 "
            + "tlsv11 tlsv12 tlsv13 tns total totalcpu totalmem totalmemory type udp uid unix unixsocket unmonitor up upload uploaded "
            + "uptime url username valid verify version waitlimit websocket write ").strip().split(" "));

    private Reserved() {
    }

    static boolean is(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT)) || Noise.is(word.toLowerCase(Locale.ROOT));
    }
}
