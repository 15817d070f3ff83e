package jmonit.channel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.MailServer;
import jmonit.model.Tls;
import jmonit.os.Sockets;

/** Mail servers, as the mail library talks to them. */
final class Smtp implements Post {

    /** Where encryption begins after the greeting; elsewhere it begins with the connection. As in Monit. */
    private static final Set<Integer> STARTTLS_PORTS = Set.of(25, 587);
    private static final int PERMANENT = 500;
    private static final int TEMPORARY = 400;
    private static final int GOING = 421;
    /** For all answers of a server to one mail. */
    private static final long LONGEST_ANSWERS = 1 << 16;
    private static final int WAITS_A_MAIL = 8;

    private final Sockets sockets;
    private final Manners manners;

    /**
     * How we behave.
     *
     * @param hello what we call ourselves
     * @param timeout for each answer
     * @param tls what each server's own options leave open
     */
    record Manners(String hello, Duration timeout, Tls tls, String mailer) {
    }

    Smtp(Sockets sockets, Manners manners) {
        this.sockets = sockets;
        this.manners = manners;
    }

    @Override
    public Talk greet(MailServer server) throws IOException, InterruptedException {
        Sockets.Line line = connected(server);
        try {
            return new Spoken(server, line);
        } catch (IOException | RuntimeException e) {
            line.close();
            throw e;
        }
    }

    private Sockets.Line connected(MailServer server) throws IOException, InterruptedException {
        try {
            return sockets.open(new Endpoint.Inet(server.host(), server.port(), Family.ANY, false, ""), manners.timeout());
        } catch (IOException e) {
            String said = String.valueOf(e.getMessage());
            throw new IOException(said.startsWith("Cannot resolve") ? said : "Cannot connect to " + name(server) + " -- " + said, e);
        }
    }

    private static String name(MailServer server) {
        return "[" + server.host() + "]:" + server.port();
    }

    private static boolean startsLater(MailServer server) {
        return server.tls().used() && STARTTLS_PORTS.contains(server.port());
    }

    private Properties properties(MailServer server, Sockets.Line line, Tls tls) {
        var properties = new Properties();
        properties.put("mail.smtp.localhost", manners.hello());
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        // Nobody logs in for somebody else.
        properties.put("mail.smtp.sasl.authorizationid", "");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(startsLater(server)));
        // Whoever asks for encryption never gets along without.
        properties.put("mail.smtp.starttls.required", Boolean.toString(startsLater(server)));
        // As in Monit: a server is often named by its address.
        properties.put("mail.smtp.ssl.checkserveridentity", "false");
        properties.put("mail.smtp.ssl.socketFactory", line.encryption(tls));
        return properties;
    }

    private static Authenticator login(MailServer server) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.user(), server.password());
            }
        };
    }

    private final class Spoken implements Talk {

        private final String server;
        private final Sockets.Line line;
        private final Session session;
        private final SMTPTransport transport;

        Spoken(MailServer server, Sockets.Line line) throws IOException {
            this.server = name(server);
            this.line = line;
            Tls tls = server.tls().over(manners.tls());
            grant();
            session = Session.getInstance(properties(server, line, tls), login(server));
            transport = new SMTPTransport(session, new URLName("smtp", server.host(), server.port(), null, null, null));
            try {
                transport.connect(tls.used() && !startsLater(server) ? line.encrypted(tls) : line.socket());
                loggedIn(server);
            } catch (AuthenticationFailedException e) {
                boolean answered = transport.getLastReturnCode() >= TEMPORARY;
                String said = Said.line(answered ? transport.getLastServerResponse() : String.valueOf(e.getMessage()));
                throw new IOException("Mail server " + this.server + " does not let '" + server.user() + "' log in -- " + said, e);
            } catch (MessagingException e) {
                throw new IOException("Mail server " + this.server + " -- " + Said.by(e, transport.getLastServerResponse()), e);
            } catch (IOException e) {
                throw new IOException("Cannot connect to " + this.server + " -- " + e.getMessage(), e);
            }
        }

        /** The library does without where the server does not ask. */
        private void loggedIn(MailServer server) throws MessagingException, IOException {
            if (!server.user().isEmpty() && !transport.supportsExtension("AUTH") && !transport.supportsExtension("AUTH=LOGIN")) {
                transport.close();
                throw new IOException("'" + server.user() + "' is to log in, but the server takes no log-in");
            }
        }

        private void grant() {
            line.grant(manners.timeout().multipliedBy(WAITS_A_MAIL), LONGEST_ANSWERS);
        }

        @Override
        public Answer deliver(Mail mail) throws IOException {
            grant();
            try {
                var to = new InternetAddress(mail.to(), true);
                send(mail, to);
                return new Answer.Taken();
            } catch (AddressException e) {
                return new Answer.Refused("\"" + mail.to() + "\" or \"" + mail.from().address() + "\" is no mail address");
            } catch (MessagingException e) {
                return answer(e);
            }
        }

        private void send(Mail mail, InternetAddress to) throws MessagingException, IOException {
            boolean eight = transport.supportsExtension("8BITMIME");
            var envelope = new MailText(mail, manners.mailer());
            var message = new SMTPMessage(session, new ByteArrayInputStream(envelope.bytes(eight)));
            message.setEnvelopeFrom(new InternetAddress(mail.from().address(), true).getAddress());
            if (eight && !envelope.ascii()) {
                message.setMailExtension("BODY=8BITMIME");
            }
            transport.sendMessage(message, new InternetAddress[] {to});
        }

        /** What is wrong with the mail or its recipient is an answer, what is wrong with the conversation ends it. */
        private Answer answer(MessagingException failure) throws IOException {
            String said = Said.by(failure, transport.getLastServerResponse());
            int code = code(failure);
            if (code == GOING || code < TEMPORARY) {
                throw new IOException("Mail server " + server + " -- " + said, failure);
            }
            return code >= PERMANENT ? new Answer.Refused(said) : new Answer.Later(said);
        }

        /** Below 400 where no answer is to blame, or it is about more than this mail. */
        private static int code(MessagingException failure) {
            for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
                switch (m) {
                    case SMTPAddressFailedException address -> {
                        return address.getReturnCode();
                    }
                    case SMTPSendFailedException send when send.getCommand().startsWith("MAIL") -> {
                        return ofSender(send);
                    }
                    case SMTPSendFailedException send when send.getNextException() == null -> {
                        return send.getReturnCode();
                    }
                    default -> {
                        // What it was caused by may tell more.
                    }
                }
            }
            return 0;
        }

        /** Mails of others may be welcome. Whoever may not send at the moment, or not at all, is not to lose his mails for it. */
        private static int ofSender(SMTPSendFailedException refused) {
            boolean him = refused.getNextException() instanceof SMTPSenderFailedException;
            return refused.getReturnCode() < PERMANENT ? refused.getReturnCode() : him ? TEMPORARY : 0;
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException _) {
                // There is nothing more to say.
            }
            line.close();
        }
    }

}
