package jmonit.channel;

import java.time.Instant;

import jmonit.model.MailFormat.Mailbox;

/**
 * One mail to one recipient, as it was worded when it happened.
 *
 * @param id the same however often it is sent, so that a mail server can tell a repetition
 * @param about the service: mails about one service to one recipient arrive in order
 */
record Mail(String id, String to, Mailbox from, Mailbox replyTo, String subject, String body, Instant at, String about) {
}
