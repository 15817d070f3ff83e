package jmonit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.BuiltIn;
import jmonit.config.Reading;
import jmonit.model.Attempt;
import jmonit.model.Context;
import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Fact;
import jmonit.model.Origin;
import jmonit.model.Readings;
import jmonit.model.Service;
import jmonit.model.Unit;
import jmonit.os.FakeFiles;

class CircumstancesTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:55:17Z");

    private static ControlFile controlFile(String text) {
        return Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", text), "plum").controlFile();
    }

    private static Event event(Service service, String because, int line) {
        return new Event(AT, service.name(), service.type(), EventKind.STATUS, Event.Side.FAILED, because, "alert", new Origin("/m", line));
    }

    private static List<Fact> facts(String text, String because, int line, Readings.Notes notes, Attempt... attempts) {
        ControlFile file = controlFile(text);
        Service service = file.services().getFirst();
        var context = new Context.Known(service, service.rules().subList(0, Math.min(1, service.rules().size())), notes.readings(), List.of(attempts));
        return new Circumstances(BuiltIn.CATALOG, Secrets.of(file), ZoneOffset.UTC).of(event(service, because, line), context);
    }

    @Test
    void tellsTheRuleInWordsWithItsPlaceAndTheReadings() {
        var notes = new Readings.Notes().amount("cpu", Unit.PERCENT, 93.44).count("threads", 7).text("content", "inside");

        assertEquals(List.of(new Fact("rule", "if cpu > 80% for 3 cycles then restart (/m:2)"), new Fact("readings", "cpu 93.4%, threads 7")),
                facts("check process web matching \"web\"\nif cpu > 80% for 3 cycles then restart\n", "too much", 2, notes));
    }

    @Test
    void tellsHowAProgramEndedAndWhatItSaidLast() {
        var notes = new Readings.Notes().count("status", 11).text("ended", "killed by signal 11 (SIGSEGV), core dumped").text("content", "about to\ncrash\n");

        assertEquals(List.of(new Fact("rule", "if status != 0 then alert (/m:2)"), new Fact("readings", "last exit value 11"),
                new Fact("exit", "killed by signal 11 (SIGSEGV), core dumped"), new Fact("output", "about to\ncrash")),
                facts("check program p with path \"/bin/p\"\nif status != 0 then alert\n", "status failed", 2, notes));
    }

    @Test
    void doesNotRepeatTheOutputThatIsTold() {
        var notes = new Readings.Notes().text("content", "crash\n").text("ended", "exit status 1");

        assertEquals(List.of("rule", "exit"),
                facts("check program p with path \"/bin/p\"\nif status != 0 then alert\n", "status failed (1) -- crash", 2, notes).stream().map(Fact::name).toList());
    }

    @Test
    void tellsWhatWasDoneAndHowThatEnded() {
        Attempt begun = Attempt.begun("restart", AT);

        assertEquals(new Fact("done", "10:55:17 restart: done after 1.200 s, exit status 0\n10:55:17 restart: failed after 30 s, exit status 3 -- no port\n"
                + "10:55:17 restart: under way"),
                facts("check process web matching \"web\"\n", "gone", 1, new Readings.Notes(),
                        begun.ended(Attempt.Progress.DONE, Duration.ofMillis(1200), "exit status 0", ""),
                        begun.ended(Attempt.Progress.FAILED, Duration.ofSeconds(30), "exit status 3", "no port\n"), begun).getLast());
    }

    @Test
    void showsNoSecretThatAProgramPrinted() {
        var notes = new Readings.Notes().text("content", "login failed with x7Kq9z").text("ended", "exit status 1");

        assertEquals(new Fact("output", "login failed with ****"), facts("set mailserver localhost username u password \"x7Kq9z\"\n"
                + "check program p with path \"/bin/p\"\nif status != 0 then alert\n", "failed", 3, notes).getLast());
    }

    @Test
    void tellsNoPartOfASecretWhereItCutsTheOutput() {
        var notes = new Readings.Notes().text("content", "password sesame-open " + "x".repeat(1994));

        String output = facts("set mailserver localhost username \"u\" password \"sesame-open\"\ncheck program p with path \"/bin/p\"\nif status != 0 then alert\n", "status failed", 3, notes)
                .getLast().text();

        assertFalse(output.contains("open"), output);
    }
}
