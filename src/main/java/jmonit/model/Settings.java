package jmonit.model;

import java.time.Duration;
import java.util.List;

/** What the set statements say. */
public record Settings(Poll poll, Files files, Limits limits, OnReboot onReboot, Switches switches, Tls tls, Mail mail,
        List<MMonit> mmonits, Httpd httpd, List<Outlet> outlets, List<Maintenance> maintenance) {

    public Settings {
        mmonits = List.copyOf(mmonits);
        outlets = List.copyOf(outlets);
        maintenance = List.copyOf(maintenance);
    }

    /** Without outlets and maintenance. */
    public Settings(Poll poll, Files files, Limits limits, OnReboot onReboot, Switches switches, Tls tls, Mail mail, List<MMonit> mmonits,
            Httpd httpd) {
        this(poll, files, limits, onReboot, switches, tls, mail, mmonits, httpd, List.of(), List.of());
    }

    /** {@code seconds} is 0 where one pass is all that is asked for. */
    public record Poll(long seconds, long startDelay, Reaction reaction) {

        public Poll(long seconds, long startDelay) {
            this(seconds, startDelay, Reaction.INSTANT);
        }
    }

    /** Empty paths stand for the defaults. */
    public record Files(LogTarget log, String pid, String id, String state) {
    }

    public record Switches(boolean init, boolean batch, boolean fips) {
    }

    /** An empty directory means there is no queue. */
    public record Queue(String directory, long slots) {

        public static final long UNLIMITED = Long.MAX_VALUE;
        public static final Queue NONE = new Queue("", UNLIMITED);
    }

    /** {@code helloName} is what we call ourselves to a mail server, empty for the name of the machine. */
    public record Mail(List<MailServer> servers, Duration timeout, String helloName, MailFormat format,
            List<Recipient> recipients, Queue queue) {

        public Mail {
            servers = List.copyOf(servers);
            recipients = List.copyOf(recipients);
        }
    }
}
