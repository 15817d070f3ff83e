package jmonit.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.BuiltIn;
import jmonit.config.Reading;
import jmonit.os.FakeFiles;

class UnservedTest {

    private static final String ALERT = "No alert is sent: mail to the recipients of set alert is not part of this version yet";

    private static Unserved of(String text) {
        return new Unserved(Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", text), "plum").controlFile());
    }

    @Test
    void hasNothingToSayOfAFileThatAsksForNothingOfThat() {
        assertEquals(List.of(), of("set daemon 5\ncheck system plum\n").alerts());
    }

    @Test
    void namesEachOnce() {
        var unserved = of("""
                set mailserver localhost
                set mmonit http://a:b@127.0.0.1:8080/collector
                set alert a@b.example
                set alert c@b.example
                """);

        assertEquals(List.of(ALERT, "No mail is sent: set mailserver is not used by this version yet",
                "Nothing is sent to M/Monit: set mmonit is not used by this version yet"), unserved.alerts());
    }

    @Test
    void knowsTheRecipientsOfASingleService() {
        assertEquals(List.of(ALERT), of("check system plum\n    alert a@b.example\n").alerts());
    }
}
