package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Fact;
import jmonit.model.MailFormat.Mailbox;

/** The default is Monit's to the letter, captured from the real one. */
class WordingTest {

    private static Mail mail(String text, Event event) {
        var controlFile = Happenings.controlFile(text + "\ncheck system plum\n");
        var wording = new Wording("plum", "monit@plum.example", controlFile.settings().mail().format(), "plum", ZoneOffset.UTC);
        return wording.mail(event, new Addressees(controlFile).of(event).getFirst());
    }

    @Test
    void saysWhatMonitSays() {
        Mail mail = mail("set alert a@b.example", Happenings.event(0, "f", EventKind.SIZE, "size test failed for /f -- current size is 27 B"));

        assertEquals("monit alert --  Size failed f", mail.subject());
        assertEquals("Size failed Service f \n\n\tDate:        Sat, 21 Nov 2026 10:55:17\n\tAction:      alert\n\tHost:        plum\n"
                + "\tDescription: size test failed for /f -- current size is 27 B\n\nYour faithful employee,\nMonit\n", mail.body());
        assertEquals(new Mailbox("", "monit@plum.example"), mail.from());
    }

    @Test
    void prefersTheFormatOfTheRecipientFieldByField() {
        Mail mail = mail("""
                set mail-format { from: All of $HOST <all@$HOST>
                    subject: general
                }
                set alert a@b.example with mail-format { subject: $SERVICE|$EVENT|$DATE|$HOST|$ACTION
                    message: $DESCRIPTION, $UNKNOWN
                }
                """, Happenings.event(0, "f"));

        assertEquals("f|Size failed|Sat, 21 Nov 2026 10:55:17|plum|alert", mail.subject());
        assertEquals("it is too large, $UNKNOWN", mail.body());
        assertEquals(new Mailbox("All of plum", "all@plum"), mail.from());
    }

    @Test
    void findsNoVariablesInWhatAProgramPrinted() {
        Mail mail = mail("set alert a@b.example with mail-format { subject: $DESCRIPTION }", Happenings.event(0, "f", EventKind.STATUS, "$HOST \\$1"));

        assertEquals("$HOST \\$1", mail.subject());
    }

    @Test
    void namesAMailTheSameEachTimeAndEachRecipientsOtherwise() {
        var event = Happenings.event(0, "f");

        assertEquals(mail("set alert a@b.example", event).id(), mail("set alert a@b.example", event).id());
        assertNotEquals(mail("set alert a@b.example", event).id(), mail("set alert c@b.example", event).id());
    }

    private static Mail mail(String text, Told told) {
        var controlFile = Happenings.controlFile(text + "\ncheck system plum\n");
        var wording = new Wording("plum", "monit@plum.example", controlFile.settings().mail().format(), "plum", ZoneOffset.UTC);
        return wording.mail(told, new Addressees(controlFile).of(told.first()).getFirst());
    }

    private static final Told KNOWN = new Told(List.of(Happenings.event(0, "f")),
            List.of(new Fact("rule", "if size > 10 B then alert (/m:1)"), new Fact("done", "one\ntwo")));

    @Test
    void tellsWhatIsKnownBelowMonitsWords() {
        Mail mail = mail("set alert a@b.example", KNOWN);

        assertEquals(mail("set alert a@b.example", KNOWN.first()).body()
                + "\n\tRule:        if size > 10 B then alert (/m:1)\n\tDone:        one\n\t             two\n", mail.body());
        assertEquals(mail("set alert a@b.example", KNOWN.first()).subject(), mail.subject());
    }

    @Test
    void leavesWordsOfTheOperatorAlone() {
        assertEquals("it is too large", mail("set alert a@b.example with mail-format { message: $DESCRIPTION }", KNOWN).body());
        assertEquals("\tRule:        if size > 10 B then alert (/m:1)\n\tDone:        one\n\t             two\n",
                mail("set alert a@b.example with mail-format { message: $CONTEXT }", KNOWN).body());
    }
}
