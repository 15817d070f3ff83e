package jmonit.channel;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
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

    private static final String GROUP_SUBJECT = "monit alert --  $SERVICE: $EVENT";
    private static final String GROUP = """
            $SERVICE: $EVENT

            \tDate:        $DATE to $END
            \tHost:        $HOST

            $DESCRIPTION
            Your faithful employee,
            Monit
            """;
    /** So many events are named in one mail. */
    private static final int MOST = 1000;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss", Locale.ROOT);
    private static final Pattern VARIABLE = Pattern.compile("\\$(EVENT|SERVICE|DATE|HOST|ACTION|DESCRIPTION|CONTEXT)");
    /** What one alert holds of the output of a program: more is no news. */
    private static final int LONGEST = 1 << 18;
    /** No line of a mail may have more than 998 characters, also where it cannot be folded. */
    private static final int LONGEST_SUBJECT = 900;

    Mail mail(Event event, Recipient to) {
        return mail(Told.of(event), to);
    }

    /** What is known of the event comes below Monit's own words, and in others where they ask for it. */
    Mail mail(Told told, Recipient to) {
        Event event = told.first();
        String facts = Facts.lines(told.facts());
        var pieces = new Pieces(event.kind().words(event.side()), event.service(), event.action(), event.because(), facts);
        String usual = facts.isEmpty() ? MESSAGE : MESSAGE + "\n$CONTEXT";
        return mail(id(event, to.address()), told, to, new Default(SUBJECT, usual), pieces, event.service());
    }

    /** One for several events; {@code number} is that of their note. */
    Mail group(long number, Told told, Recipient to) {
        var roll = new Roll(told.events());
        var pieces = new Pieces(roll.counts(), roll.services(), "alert", roll.list(MOST), "");
        String usual = GROUP.replace("$END", DATE.withZone(zone).format(told.events().getLast().at()));
        return mail(number + "." + sum(to.address()) + "@" + idHost, told, to, new Default(GROUP_SUBJECT, usual), pieces, roll.services());
    }

    /** Where the control file has no words of its own. */
    private record Default(String subject, String message) {
    }

    /** What stands for the variables. */
    private record Pieces(String event, String service, String action, String description, String context) {
    }

    private Mail mail(String id, Told told, Recipient to, Default usual, Pieces pieces, String about) {
        MailFormat own = to.format();
        Mailbox from = own.from().address().isEmpty() ? general.from() : own.from();
        Mailbox replyTo = own.replyTo().address().isEmpty() ? general.replyTo() : own.replyTo();
        UnaryOperator<String> expanded = text -> expanded(text, told.first(), pieces);
        String subject = either(own.subject(), either(general.subject(), usual.subject()));
        String message = either(own.message(), either(general.message(), usual.message()));
        return new Mail(id, to.address(), from.address().isEmpty() ? new Mailbox("", sender) : expanded(from, expanded),
                expanded(replyTo, expanded), Headline.shortened(expanded.apply(subject), LONGEST_SUBJECT), Headline.shortened(expanded.apply(message), LONGEST),
                told.first().at(), about);
    }

    private static String either(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static Mailbox expanded(Mailbox mailbox, UnaryOperator<String> expanded) {
        return new Mailbox(expanded.apply(mailbox.name()), expanded.apply(mailbox.address()));
    }

    /** At once: what a program prints is no variable. */
    private String expanded(String text, Event event, Pieces pieces) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(switch (found.group(1)) {
            case "EVENT" -> pieces.event();
            case "SERVICE" -> pieces.service();
            case "DATE" -> DATE.withZone(zone).format(event.at());
            case "HOST" -> host;
            case "ACTION" -> pieces.action();
            case "CONTEXT" -> pieces.context();
            default -> pieces.description();
        }));
    }

    /** Of the moment, the service and the recipient: the same after a restart, too. */
    private String id(Event event, String to) {
        return event.id() + "." + sum(event.service() + "\n" + event.kind() + "\n" + event.side() + "\n" + to) + "@" + idHost;
    }

    private static String sum(String text) {
        var sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
