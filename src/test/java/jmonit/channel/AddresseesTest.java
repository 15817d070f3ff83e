package jmonit.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.model.Audience;
import jmonit.model.Delay;
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

    private static List<String> heard(Audience audience) {
        var all = new Addressees(Happenings.controlFile("set slack ops url \"https://s.example/x\"\nset alert a@x\nset alert boss@x after 10 minutes\n"
                + "set alert to slack ops after 5 cycles\n" + SERVICE));
        return all.of(Happenings.event(0, "f").to(audience)).stream().map(Recipient::address).toList();
    }

    @Test
    void whoWaitsIsToldOnlyOfWhatLasts() {
        assertEquals(List.of("a@x"), heard(Audience.USUAL));
        assertEquals(List.of("boss@x"), heard(new Audience("", List.of(Delay.of(Duration.ofMinutes(10))))));
        assertEquals(List.of("slack ops"), heard(new Audience("", List.of(Delay.cycles(5)))));
        assertEquals(List.of("slack ops", "a@x"), heard(new Audience("", List.of(Delay.NONE, Delay.cycles(5)))));
    }

    @Test
    void nobodyIsToldOfWhatIsSilenced() {
        assertEquals(List.of(), heard(Audience.USUAL.silenced("maintenance")));
    }

    @Test
    void collectorsHearOfWhatIsSilencedButNotOfWhatIsOnlySaidOnceMore() {
        var outgoing = Outgoing.of(Happenings.controlFile(SERVICE), List.of("https://m.example/collector"));
        var event = Happenings.event(0, "f");

        assertEquals(1, outgoing.listeners(event.to(Audience.USUAL.silenced("maintenance")), List.of(), true).size());
        assertEquals(0, outgoing.listeners(event.to(new Audience("", List.of(Delay.cycles(5)))), List.of(), true).size());
    }
}
