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

    /**
     * An empty directory means there is no queue.
     *
     * @param each how many of its slots those may take that wait for one receiver
     * @param keep what is older is given up; zero for never
     */
    public record Queue(String directory, long slots, long each, Duration keep) {

        public static final long UNLIMITED = Long.MAX_VALUE;
        public static final Queue NONE = new Queue("", UNLIMITED);

        public Queue(String directory, long slots) {
            this(directory, slots, UNLIMITED, Duration.ZERO);
        }
    }

    /**
     * How people are told, whoever they are.
     *
     * @param grouping so long is gathered what is told in one message; zero for a message each
     * @param dependents whether those are told of a service, too, that needs what has failed
     */
    public record Manners(Duration grouping, boolean dependents, Wish context) {

        public static final Manners MONITS = new Manners(Duration.ZERO, true, Wish.USUAL);
    }

    /** Whether something is wanted; the usual depends on what the program is called as. */
    public enum Wish {
        USUAL, ON, OFF
    }

    /** {@code helloName} is what we call ourselves to a mail server, empty for the name of the machine. */
    public record Mail(List<MailServer> servers, Duration timeout, String helloName, MailFormat format,
            List<Recipient> recipients, Queue queue, Manners manners) {

        public Mail {
            servers = List.copyOf(servers);
            recipients = List.copyOf(recipients);
        }

        /** In Monit's manners. */
        public Mail(List<MailServer> servers, Duration timeout, String helloName, MailFormat format, List<Recipient> recipients, Queue queue) {
            this(servers, timeout, helloName, format, recipients, queue, Manners.MONITS);
        }
    }
}
