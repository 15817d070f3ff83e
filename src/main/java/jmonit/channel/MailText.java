package jmonit.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;

import jmonit.model.MailFormat.Mailbox;

/** A mail as it goes over the wire. Nothing that came from a service or a program can begin a header. */
record MailText(Mail mail, String mailer) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);
    private static final int LONGEST_LINE = 998;
    private static final String UTF8 = "UTF-8";

    /** In plain eight bits where the server takes them, else encoded. */
    byte[] bytes(boolean eight) throws IOException, MessagingException {
        String encoding = !shortLines() ? "quoted-printable" : ascii() ? "7bit" : eight ? "8bit" : "quoted-printable";
        var text = new StringBuilder();
        if (!mail.replyTo().address().isEmpty()) {
            header(text, "Reply-To", address(mail.replyTo()));
        }
        header(text, "From", address(mail.from()));
        header(text, "To", line(mail.to()));
        header(text, "Subject", MimeUtility.encodeText(line(mail.subject()), UTF8, "Q"));
        header(text, "Date", DATE.withZone(ZoneOffset.UTC).format(mail.at()));
        header(text, "X-Mailer", mailer);
        header(text, "Auto-Submitted", "auto-generated");
        header(text, "MIME-Version", "1.0");
        header(text, "Content-Type", "text/plain; charset=utf-8");
        header(text, "Content-Transfer-Encoding", encoding);
        header(text, "Message-ID", "<" + line(mail.id()) + ">");
        var out = new ByteArrayOutputStream();
        out.write(text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        try (var body = MimeUtility.encode(out, encoding)) {
            body.write(body().getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    boolean ascii() {
        return mail.body().chars().allMatch(c -> c < 0x80);
    }

    private boolean shortLines() {
        return body().lines().allMatch(l -> l.getBytes(StandardCharsets.UTF_8).length <= LONGEST_LINE);
    }

    /** Lines end as mail wants them, and there is one more than was written; as in Monit. */
    private String body() {
        return mail.body().replaceAll("\r\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").replace("\n", "\r\n") + "\r\n";
    }

    private static void header(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(MimeUtility.fold(name.length() + 2, value)).append("\r\n");
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static String address(Mailbox mailbox) throws UnsupportedEncodingException {
        String address = line(mailbox.address());
        return mailbox.name().isEmpty() ? address : new InternetAddress(address, line(mailbox.name()), UTF8).toString();
    }
}
