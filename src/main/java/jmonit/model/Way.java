package jmonit.model;

import java.time.Duration;
import java.util.List;

/** How an outlet is told. */
public sealed interface Way {

    Way WEB = new Web();

    /** By a web request to its address. */
    record Web() implements Way {
    }

    /**
     * By a line of the system log.
     *
     * @param facility as syslog(3) numbers it
     * @param tag the name of the program there
     * @param dataId under which name what is known of an event goes with it
     */
    record Syslog(int facility, String tag, String dataId, Form form) implements Way {

        /** How a message looks; all but the first have no such data. */
        public enum Form {
            RFC5424, RFC3164,
            /** As syslog(3) writes it: that of RFC 3164 without a host, which local logs would take for the tag. */
            LOCAL
        }

        /** Each at its number in RFC 5424, by the names of syslog.conf. */
        public static final List<String> FACILITIES = List.of("kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron",
                "authpriv", "ftp", "ntp", "audit", "alert", "clock", "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7");
    }

    /** By a program that is run for each event. */
    record Program(Command command) implements Way {
    }

    /**
     * By messages to a stream, which get the whole state, too.
     *
     * @param others servers to go to when that of the outlet is not there
     * @param subject how all subjects begin
     * @param stream which one must take them, empty for any
     * @param login the path of a file that says who we are, empty for none
     * @param status how often the whole state is told, zero for each cycle
     */
    record Nats(List<Url> others, String subject, String stream, Login login, Status status) implements Way {

        public Nats {
            others = List.copyOf(others);
        }
    }

    /** A file with the seed of a key, or with a token and a seed; empty paths where there is none. */
    record Login(String seed, String credentials) {

        public static final Login NONE = new Login("", "");
    }

    /** How often the whole state is told. */
    record Status(boolean wanted, Duration every) {

        public static final Status EACH_CYCLE = new Status(true, Duration.ZERO);
        public static final Status NEVER = new Status(false, Duration.ZERO);
    }
}
