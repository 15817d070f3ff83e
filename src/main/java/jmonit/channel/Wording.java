package jmonit.channel;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

import jmonit.model.Event;
import jmonit.model.MailFormat;
import jmonit.model.MailFormat.Mailbox;
import jmonit.model.Recipient;

/**
 * Makes a mail of an event, in Monit's words where the control file has no others.
 *
 * @param host what this machine is called in mails
 * @param sender who sends them unless the control file says
 * @param general the format of all recipients that have none of their own
 * @param idHost stands in the ids of messages
 */
record Wording(String host, String sender, MailFormat general, String idHost, ZoneId zone) {

    private static final String SUBJECT = "monit alert --  $EVENT $SERVICE";
    private static final String MESSAGE = """
            $EVENT Service $SERVICE\s

            \tDate:        $DATE
            \tAction:      $ACTION
            \tHost:        $HOST
            \tDescription: $DESCRIPTION

            Your faithful employee,
            Monit
            """;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss", Locale.ROOT);
    private static final Pattern VARIABLE = Pattern.compile("\\$(EVENT|SERVICE|DATE|HOST|ACTION|DESCRIPTION)");
    /** What one alert holds of the output of a program: more is no news. */
    private static final int LONGEST = 1 << 16;
    /** No line of a mail may have more than 998 characters, also where it cannot be folded. */
    private static final int LONGEST_SUBJECT = 900;

    Mail mail(Event event, Recipient to) {
        MailFormat own = to.format();
        Mailbox from = own.from().address().isEmpty() ? general.from() : own.from();
        Mailbox replyTo = own.replyTo().address().isEmpty() ? general.replyTo() : own.replyTo();
        String subject = either(own.subject(), either(general.subject(), SUBJECT));
        String message = either(own.message(), either(general.message(), MESSAGE));
        return new Mail(id(event, to.address()), to.address(),
                from.address().isEmpty() ? new Mailbox("", sender) : expanded(from, event), expanded(replyTo, event),
                shortened(expanded(subject, event), LONGEST_SUBJECT), shortened(expanded(message, event), LONGEST), event.at(), event.service());
    }

    private static String either(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private Mailbox expanded(Mailbox mailbox, Event event) {
        return new Mailbox(expanded(mailbox.name(), event), expanded(mailbox.address(), event));
    }

    /** At once: what a program prints is no variable. */
    private String expanded(String text, Event event) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(switch (found.group(1)) {
            case "EVENT" -> event.kind().words(event.side());
            case "SERVICE" -> event.service();
            case "DATE" -> DATE.withZone(zone).format(event.at());
            case "HOST" -> host;
            case "ACTION" -> event.action();
            default -> event.because();
        }));
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, halved ? longest - 1 : longest);
    }

    /** Of the moment, the service and the recipient: the same after a restart, too. */
    private String id(Event event, String to) {
        var sum = new CRC32C();
        sum.update((event.service() + "\n" + event.kind() + "\n" + event.side() + "\n" + to).getBytes(StandardCharsets.UTF_8));
        return event.id() + "." + HexFormat.of().toHexDigits((int) sum.getValue()) + "@" + idHost;
    }
}
