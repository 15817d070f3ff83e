package jmonit.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.model.ControlFile;
import jmonit.model.Delay;
import jmonit.model.Event;
import jmonit.model.MailFormat;
import jmonit.model.Recipient;
import jmonit.model.Settings;
import jmonit.os.Sockets;

/** Knows who is to be told and words it, as the control file wants. One thread. */
final class Office {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** What may stand in the id of a message whatever the machine is called. */
    private static final String UNFIT = "[^A-Za-z0-9.-]+";

    private final Sockets sockets;
    private final Alerts.Sender sender;
    private List<Desk> desk = List.of();

    /** By one control file. */
    private record Desk(Settings settings, boolean context, Addressees addressees, Wording wording, MailRoute.Servers servers) {
    }

    Office(Sockets sockets, Alerts.Sender sender) {
        this.sockets = sockets;
        this.sender = sender;
    }

    void serve(ControlFile controlFile, String system) {
        Settings.Mail mail = controlFile.settings().mail();
        var addressees = new Addressees(controlFile);
        String hello = mail.helloName().isEmpty() ? system : mail.helloName();
        var wording = new Wording(system, sender(addressees, mail, system), mail.format(), hello.replaceAll(UNFIT, "-"), sender.zone());
        var manners = new Smtp.Manners(hello, mail.timeout(), controlFile.settings().tls(), sender.mailer());
        // The mail library is loaded with the first mail.
        var servers = new MailRoute.Servers(mail.servers(), server -> new Smtp(sockets, manners).greet(server));
        if (mail.servers().isEmpty() && addressees.everybody().stream().anyMatch(Recipient::byMail)) {
            LOG.error("Mail: No mail servers are defined -- please see the 'set mailserver' statement in the manual");
        }
        desk = List.of(new Desk(controlFile.settings(), context(mail.manners().context()), addressees, wording, servers));
    }

    private boolean context(Settings.Wish wish) {
        return switch (wish) {
            case ON -> true;
            case OFF -> false;
            case USUAL -> sender.context();
        };
    }

    /** Whether what is known of an event is told along with it. */
    boolean context() {
        return desk.stream().anyMatch(Desk::context);
    }

    Duration grouping() {
        return desk.stream().map(d -> d.settings().mail().manners().grouping()).findFirst().orElse(Duration.ZERO);
    }

    /** Only where a mail has to come from somewhere: the name service may take its time. */
    private String sender(Addressees addressees, Settings.Mail mail, String system) {
        boolean asked = !mail.servers().isEmpty() && mail.format().from().address().isEmpty()
                && addressees.everybody().stream().anyMatch(r -> r.byMail() && r.format().from().address().isEmpty() && !r.events().isEmpty());
        return "monit@" + (asked ? fullName(system) : system);
    }

    private String fullName(String system) {
        try {
            return sockets.fullName(system, PATIENCE);
        } catch (IOException e) {
            LOG.warn("Cannot translate '{}' to FQDN name, please set a sender address using 'set mail-format' -- {}", system,
                    e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return system;
    }

    MailRoute.Servers servers() {
        return desk.getFirst().servers();
    }

    List<Recipient> recipients(Event event) {
        return desk.stream().flatMap(d -> d.addressees().of(event).stream()).toList();
    }

    List<Recipient> reminded(Event event, int cycle) {
        return desk.stream().flatMap(d -> d.addressees().reminded(event, cycle).stream()).toList();
    }

    List<Mail> mails(Told told, List<Recipient> recipients) {
        return desk.stream().filter(d -> !d.servers().list().isEmpty())
                .flatMap(d -> recipients.stream().filter(Recipient::byMail).map(r -> d.wording().mail(told, r))).toList();
    }

    /** One for several events, to one of those who get mail about the first of them. */
    Mail group(long number, Told told, String address) {
        Recipient recipient = recipients(told.first()).stream().filter(r -> r.address().equals(address)).findFirst()
                .orElse(new Recipient(address, Set.of(), MailFormat.DEFAULT, 0, Delay.NONE, told.first().origin()));
        return desk.getFirst().wording().group(number, told, recipient);
    }
}
