package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.config.Reading;
import jmonit.http.Document;
import jmonit.http.Documents;
import jmonit.model.ControlFile;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.View;
import jmonit.os.FakeFiles;

class PrintedTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.1Z");

    private final ControlFile controlFile = Reading.of("/rc", BuiltIn.CATALOG, new FakeFiles().file("/rc", "check system vm\n"), "vm").controlFile();
    private final Snapshot first = snapshot();
    private final Press press = new Press();
    private final Printed printed = new Printed(press);

    /** Writes how often it was asked to. */
    private static final class Press implements Documents {

        private int times;
        private int size;

        @Override
        public Document show(Choice choice, Snapshot snapshot) {
            return new Document("text/plain", (++times + " ".repeat(size)).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Document report(Choice choice, String type, Snapshot snapshot) {
            return show(choice, snapshot);
        }

        @Override
        public List<String> named(Snapshot snapshot, String pattern) {
            return List.of();
        }

        @Override
        public String id() {
            return "";
        }

        @Override
        public String log(Snapshot snapshot) {
            return "";
        }
    }

    private Snapshot snapshot() {
        var view = new View(controlFile.services().getFirst(), Snapshot.Monitoring.MONITORED, List.of(), List.of(), NOW,
                new Snapshot.Work("", false, false, 0));
        return new Snapshot(NOW, controlFile.settings(), List.of(view), List.of());
    }

    private String shown(Snapshot snapshot, String service) {
        var choice = new Documents.Choice(Documents.Kind.STATUS, false, "", service, "");
        return new String(printed.show(choice, snapshot).content(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void printsOnceInASecondWhileNothingChanges() {
        assertEquals("1", shown(first, "a"));
        assertEquals("1", shown(first.at(NOW.plusMillis(500)), "a"));
        assertEquals("2", shown(first.at(NOW.plusMillis(1000)), "a"));
    }

    @Test
    void printsAnewWhatHasChanged() {
        shown(first, "a");

        assertEquals("2", shown(snapshot(), "a"));
    }

    @Test
    void keepsAFewChoicesApart() {
        assertEquals("1", shown(first, "a"));
        assertEquals("2", shown(first, "b"));
        assertEquals("1", shown(first, "a"));

        List.of("c", "d", "e").forEach(service -> shown(first, service));

        assertEquals("6", shown(first, "a"));
        assertEquals("5", shown(first, "e"));
    }

    @Test
    void keepsNothingLarge() {
        press.size = 1 << 20;

        shown(first, "a");

        assertEquals("2", shown(first, "a"));
    }
}
