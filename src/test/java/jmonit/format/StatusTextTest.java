package jmonit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import jmonit.BuiltIn;
import jmonit.model.Readings;
import jmonit.model.Readings.Notes;
import jmonit.model.Snapshot;
import jmonit.model.Unit;

class StatusTextTest {

    private static final Snapshot SNAPSHOT = Capture.snapshot();

    private static String status(Selection selection, Style style) throws IOException {
        var out = new StringBuilder();
        new StatusText(BuiltIn.CATALOG, Capture.instance()).write(SNAPSHOT, selection, style, out);
        return out.toString();
    }

    @Test
    void saysWhatMonitSaidOfTheSame() throws IOException {
        assertEquals(Capture.resource("status.txt"), status(Selection.all(SNAPSHOT), Style.PLAIN));
    }

    @Test
    void paintsWhatMonitPainted() throws IOException {
        var names = List.of("p", "here", "nothere", "fs", "vv0", "h", "vm");
        var chosen = names.stream().map(name -> Capture.view(SNAPSHOT, name)).toList();

        assertEquals(Capture.resource("status-terminal.txt"), status(new Selection(chosen, false), Style.TERMINAL));
    }

    @Test
    void everyKindOfServiceIsInTheCapture() {
        var shown = new java.util.HashSet<String>();
        SNAPSHOT.services().forEach(v -> shown.add(v.service().type()));

        assertEquals(Set.of("process", "file", "fifo", "directory", "filesystem", "program", "network", "host", "system"), shown);
    }

    @Test
    void takesOrdersToTheTerminalOutOfNamesAndOutput() throws IOException {
        var notes = new Notes().count("status", 0).text("content", "a\u001b[2Jb\u0007\r\nnext\u009b");
        var view = Capture.like(Capture.view(SNAPSHOT, "quiet"), "evil\u001b]0;\n\u0007name", notes.readings());

        var text = status(new Selection(List.of(view), false), Style.PLAIN);

        assertTrue(text.contains("Program 'evil]0; name'\n"), text);
        assertTrue(text.contains("  last output                  a[2Jb\n" + " ".repeat(31) + "next\n"), text);
    }

    @Test
    void aLookThatFoundOutNothingIsTold() throws IOException {
        var blank = SNAPSHOT.services().stream().map(v -> Capture.like(v, v.service().name(), Readings.NONE)).toList();

        var text = status(new Selection(blank, false), Style.TERMINAL);

        assertEquals(blank.size(), text.split("data collected", -1).length - 1);
        assertTrue(text.contains("  load average                 \u001b[0;90m-\u001b[0m\n"), text);
    }

    @Test
    void nothingIsToldOfALinkThatIsDown() throws IOException {
        var notes = new Notes().text("link.state", "down").count("link.speed", 1_000_000_000).amount("upload", Unit.BYTES_PER_SECOND, 5);
        var view = Capture.like(Capture.view(SNAPSHOT, "no"), "down", notes.readings());

        var text = status(new Selection(List.of(view), false), Style.PLAIN);

        assertTrue(text.contains("""
                  link                         -
                  download bytes               -
                  upload bytes                 -
                """), text);
    }

    @Test
    void whatMayNotBeReadIsNotAvailable() throws IOException {
        var notes = new Notes().count("pid", 1);
        var view = Capture.like(Capture.view(SNAPSHOT, "p"), "init", notes.readings());

        var text = status(new Selection(List.of(view), false), Style.PLAIN);

        assertTrue(text.contains("  filedescriptors              N/A\n"), text);
        assertTrue(text.contains("  cpu                          -\n"), text);
        assertFalse(text.contains("read bytes"), text);
        assertFalse(text.contains("null"), text);
    }
}
