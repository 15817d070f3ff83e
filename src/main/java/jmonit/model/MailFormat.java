package jmonit.model;

/** How a message is worded; an empty text stands for the default. */
public record MailFormat(Mailbox from, Mailbox replyTo, String subject, String message) {

    public static final MailFormat DEFAULT = new MailFormat(Mailbox.NONE, Mailbox.NONE, "", "");

    /** A mail address with the name that goes with it. */
    public record Mailbox(String name, String address) {

        public static final Mailbox NONE = new Mailbox("", "");
    }
}
