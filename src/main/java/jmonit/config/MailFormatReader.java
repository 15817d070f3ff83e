package jmonit.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.MailFormat;
import jmonit.model.MailFormat.Mailbox;

/** Reads {@code mail-format { from: … reply-to: … subject: … message: … }}. */
final class MailFormatReader {

    private static final List<String> FIELDS = List.of("from:", "reply-to:", "subject:", "message:");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s!<>\\[\\]{]+");
    private static final Pattern NAME = Pattern.compile("[^@<>\\[\\]{]+");

    private final Cursor c;
    private Mailbox from = Mailbox.NONE;
    private Mailbox replyTo = Mailbox.NONE;
    private String subject = "";
    private String message = "";

    MailFormatReader(Cursor cursor) {
        this.c = cursor;
    }

    MailFormat read() {
        c.next();
        Word open = c.peek();
        if (!c.take(MonitParser.OPEN)) {
            c.expected("\"{\"");
            return MailFormat.DEFAULT;
        }
        if (c.at(MonitParser.CLOSE)) {
            c.complain(Diagnostic.error(open.span().to(c.peek().span()), "this mail format says nothing", "expected from:, reply-to:, subject: or message:")
                    .see("mail-format"));
        }
        while (c.more() && !c.at(MonitParser.CLOSE)) {
            field();
        }
        if (!c.spent() && !c.take(MonitParser.CLOSE)) {
            c.complain(Diagnostic.error(open.span(), "this brace is never closed", "expected a \"}\" after the mail format").see("mail-format"));
        }
        return new MailFormat(from, replyTo, subject, message);
    }

    private void field() {
        Word word = c.peek();
        if (!c.take(MonitParser.FIELD)) {
            c.welcome(FIELDS);
            c.unknown("mail field", "mail-format");
            return;
        }
        int colon = word.getText().indexOf(':');
        String value = word.getText().substring(colon + 1).strip();
        switch (word.getText().substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "from" -> from = mailbox(word, value);
            case "reply-to" -> replyTo = mailbox(word, value);
            case "subject" -> subject = text(word, value);
            default -> message = text(word, value);
        }
    }

    private String text(Word word, String value) {
        if (value.isEmpty()) {
            c.warn(Diagnostic.warning(word.span(), "nothing follows here", "the usual text is sent").see("mail-format"));
        }
        return value;
    }

    /**
     * Of a name, which may have blanks, and an address, which has none, the longer one is taken at each place; brackets only part them. Of
     * several Monit keeps the last, and so do we.
     */
    private Mailbox mailbox(Word word, String text) {
        String address = "";
        String name = "";
        Matcher addresses = ADDRESS.matcher(text);
        Matcher names = NAME.matcher(text);
        for (int at = 0; at < text.length();) {
            int addressEnd = end(addresses, at);
            int nameEnd = end(names, at);
            if (addressEnd > at && addressEnd >= nameEnd) {
                address = text.substring(at, addressEnd);
            } else if (!text.substring(at, nameEnd).isBlank()) {
                name = unquote(text.substring(at, nameEnd));
            }
            at = Math.max(at + 1, Math.max(addressEnd, nameEnd));
        }
        check(word, text, address);
        return new Mailbox(name, address);
    }

    private static int end(Matcher matcher, int at) {
        return matcher.region(at, matcher.regionEnd()).lookingAt() ? matcher.end() : at;
    }

    private void check(Word word, String text, String address) {
        if (text.indexOf('{') >= 0) {
            c.complain(Diagnostic.error(word.span(), "a brace cannot stand in a mail address", "expected name@host").see("mail-format"));
        } else if (address.isEmpty()) {
            c.complain(Diagnostic.error(word.span(), "this sender has no address", "expected name@host").see("mail-format"));
        }
    }

    /** Quotes at either end are dropped, with a partner or without. */
    private static String unquote(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && isEdge(name.charAt(from))) {
            from++;
        }
        while (to > from && isEdge(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to);
    }

    private static boolean isEdge(char c) {
        return Character.isWhitespace(c) || c == '"' || c == '\'';
    }
}
