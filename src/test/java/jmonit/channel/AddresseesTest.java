package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.model.EventKind;
import jmonit.model.Recipient;

/** As Monit 5.33 does, by experiment. */
class AddresseesTest {

    private static final String SERVICE = "check file f path /f\n";

    private static List<String> told(String text, EventKind kind) {
        return new Addressees(Happenings.controlFile(text)).of(Happenings.event(0, "f", kind, "")).stream().map(Recipient::address).toList();
    }

    @Test
    void thoseOfTheServiceComeFirstAndTheLastWrittenBeforeTheOthers() {
        assertEquals(List.of("d@x", "c@x", "b@x", "a@x"),
                told("set alert a@x\nset alert b@x\n" + SERVICE + "  alert c@x\n  alert d@x\n", EventKind.SIZE));
    }

    @Test
    void whoIsNamedInTheServiceIsToldWhatThatSaysOnly() {
        assertEquals(List.of(), told("set alert a@x\n" + SERVICE + "  alert A@X on { action }\n", EventKind.SIZE));
        assertEquals(List.of(), told("set alert a@x\n" + SERVICE + "  noalert a@x\n", EventKind.SIZE));
    }

    @Test
    void filtersEvents() {
        assertEquals(List.of("a@x"), told("set alert a@x on { size }\nset alert b@x not on { size }\n" + SERVICE, EventKind.SIZE));
        assertEquals(List.of("b@x"), told("set alert a@x on { size }\nset alert b@x not on { size }\n" + SERVICE, EventKind.CHECKSUM));
    }

    @Test
    void remindsInMultiplesOfWhatEachAskedFor() {
        var all = new Addressees(Happenings.controlFile("set alert a@x reminder 2 cycles\nset alert b@x\nset alert c@x reminder 3 cycles\n" + SERVICE));
        var event = Happenings.event(0, "f");

        assertEquals(List.of("a@x"), all.reminded(event, 2).stream().map(Recipient::address).toList());
        assertEquals(List.of("c@x", "a@x"), all.reminded(event, 6).stream().map(Recipient::address).toList());
    }
}
