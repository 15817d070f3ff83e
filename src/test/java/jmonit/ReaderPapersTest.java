package jmonit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.config.Reading;
import jmonit.format.Discretion;
import jmonit.format.Instance;
import jmonit.http.Viewer;
import jmonit.http.Views;
import jmonit.json.Json;
import jmonit.json.JsonReader;
import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Origin;
import jmonit.model.Presence;
import jmonit.model.Readings.Notes;
import jmonit.model.Sample;
import jmonit.model.Snapshot;
import jmonit.model.Trace;
import jmonit.os.FakeFiles;

class ReaderPapersTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String FAILED = "failed to start (exit status 1) -- '/bin/start --password s3cret': no";
    private static final Viewer READER = new Viewer("guest", true);

    private final ControlFile controlFile = Reading.of("/rc", BuiltIn.CATALOG, new FakeFiles().file("/rc", """
            set daemon 5
            check process web with pidfile /web
                start program = "/bin/start --password s3cret"
                stop program = "/bin/stop"
                if cpu > 80% then exec "/bin/tell -p s3cret" as uid root else if succeeded then exec "/bin/tell s3cret"
            check program probe with path "/bin/probe s3cret"
                if status != 0 then alert
            check system vm
            """), "vm").controlFile();
    private final Event event = new Event(NOW, "web", "process", EventKind.EXEC, Event.Side.FAILED, FAILED, "alert", new Origin("/rc", 2));
    private final Views readers = new ReaderPapers(new JsonPapers(BuiltIn.CATALOG,
            new Instance(new Instance.Program("jmonit", "1"), new Instance.Incarnation("id", NOW, NOW),
                    new Instance.Place("vm", ZoneOffset.UTC, "/rc", new Instance.Platform("Linux", "", "", "", 1, 1, 0)), List.of()),
            new JsonPapers.Sources(controlFile, List.of(), null, null, null)), new Discretion(controlFile.services()));

    private Snapshot snapshot() {
        var sample = new Sample(Presence.HERE, new Notes().readings(), Map.of(), Trace.NONE);
        var views = controlFile.services().stream().map(s -> new Snapshot.View(s, Snapshot.Monitoring.MONITORED,
                s.name().equals("web") ? List.of(
                        new Snapshot.Failure(EventKind.EXEC, Event.Side.FAILED, FAILED, s.origin(), NOW, List.of()),
                        new Snapshot.Failure(EventKind.RESOURCE, Event.Side.FAILED, "cpu", s.origin(), NOW, List.of(s.rules().getFirst()))) : List.of(),
                List.of(sample), NOW, new Snapshot.Work("", false, false, 0))).toList();
        return new Snapshot(NOW, controlFile.settings(), views, List.of(event));
    }

    private static Json read(byte[] document) throws Exception {
        return JsonReader.read(document, JsonReader.Bounds.LARGE);
    }

    @Test
    void readersSeeProgramsWithoutTheirArguments() throws Exception {
        Json web = read(readers.service(snapshot(), "web"));

        assertEquals("/bin/start …", web.at("commands").at("start").text().orElseThrow());
        assertEquals("/bin/stop", web.at("commands").at("stop").text().orElseThrow());
        assertEquals("if cpu > 80% then exec \"/bin/tell …\" as uid root else if succeeded then exec \"/bin/tell …\"",
                web.at("rules").items().getFirst().at("text").text().orElseThrow());
        assertEquals("/bin/probe …", read(readers.service(snapshot(), "probe")).at("target").text().orElseThrow());
    }

    @Test
    void aRuleThatFailsIsStillKnownByItsFailure() throws Exception {
        assertEquals("true", read(readers.service(snapshot(), "web")).at("rules").items().getFirst().at("failing").flag().orElseThrow().toString());
    }

    @Test
    void noDocumentForReadersHoldsAnArgument() {
        Snapshot snapshot = snapshot();
        var documents = List.of(readers.services(snapshot, new Views.Filter("", "", "", ""), READER), readers.change(snapshot, snapshot.services()),
                readers.service(snapshot, "web"), readers.service(snapshot, "probe"), readers.event(event),
                readers.events(snapshot, new Views.Wanted("", "", Set.of(), Set.of(), Long.MAX_VALUE, 10)));

        documents.forEach(d -> assertFalse(new String(d, UTF_8).contains("s3cret"), new String(d, UTF_8)));
        assertTrue(new String(documents.get(4), UTF_8).contains("/bin/start …"), new String(documents.get(4), UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "web"})
    void whatTheControlFileNoLongerHasIsHiddenToo(String service) {
        for (String because : List.of("failed to start (exit status 1) -- '/bin/old --password \"it's s3cret\"': no s3cret",
                "failed to stop (exit status -1) -- Program '/bin/old s3cret' timed out after 30 s")) {
            String shown = new String(readers.event(new Event(NOW, service, "process", EventKind.EXEC, Event.Side.FAILED, because, "alert",
                    new Origin("/rc", 2))), UTF_8);

            assertTrue(shown.contains("/bin/old …\""), shown);
            assertFalse(shown.contains("s3cret"), shown);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed to stop (exit status 0) -- '/bin/stop': it does not want to", "process is not running",
        "failed to start (exit status 1) -- '/bin/start …': no"})
    void whatHoldsNoCommandStaysAsItIs(String because) {
        assertEquals(because, new Discretion(controlFile.services()).of(event.because(because)).because());
    }
}
