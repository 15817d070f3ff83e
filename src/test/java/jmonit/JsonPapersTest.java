package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.config.Reading;
import jmonit.format.HistoryJson.Chart;
import jmonit.format.HistoryJson.Curve;
import jmonit.format.HistoryJson.Sparks;
import jmonit.format.Instance;
import jmonit.http.Viewer;
import jmonit.http.Views.Filter;
import jmonit.http.Views.Range;
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
import jmonit.model.Unit;
import jmonit.os.FakeDisk;
import jmonit.os.FakeFiles;
import jmonit.os.live.LiveKeeper;

class JsonPapersTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final ControlFile controlFile = Reading.of("/rc", BuiltIn.CATALOG, new FakeFiles().file("/rc", """
            set daemon 5
            set log /log
            check process web with pidfile /web
                group www
                if cpu > 80% then alert
            check process web2 with pidfile /web2
                mode passive
            check system vm
            """), "vm").controlFile();
    private final JsonPapers papers = new JsonPapers(BuiltIn.CATALOG,
            new Instance(new Instance.Program("jmonit", "1"), new Instance.Incarnation("id", NOW.minusSeconds(90), NOW.minusSeconds(60)),
                    new Instance.Place("vm", ZoneOffset.UTC, "/rc", new Instance.Platform("Linux", "", "", "", 1, 1, 0)), List.of()),
            new JsonPapers.Sources(controlFile, List.of("/rc"), new LogPages(new FakeDisk().file("/log", "a line\n")), past(),
                    new OwnMeter(() -> Map.of(EventKind.PID, 1L), new LiveKeeper())));

    private static Past past() {
        return new Past() {

            @Override
            public Chart chart(String service, List<String> ids, Range range) {
                double[] values = {1, 2};
                return new Chart(NOW, Duration.ofSeconds(20), List.of(new Curve("cpu.percent", "raw", Unit.PERCENT, values, values, values),
                        new Curve("gone.percent", "gone", Unit.PERCENT, values, values, values)));
            }

            @Override
            public Sparks sparks(Map<String, List<String>> wanted) {
                return new Sparks(NOW, Duration.ofMinutes(1), wanted.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                        e -> e.getValue().stream().collect(Collectors.toMap(id -> id, _ -> new double[] {1})))));
            }
        };
    }

    private Snapshot snapshot() {
        var sample = new Sample(Presence.HERE, new Notes().amount("cpu", Unit.PERCENT, 1).readings(), Map.of(), Trace.NONE);
        var views = controlFile.services().stream().map(s -> new Snapshot.View(s, s.name().equals("vm") ? Snapshot.Monitoring.NOT_MONITORED
                : Snapshot.Monitoring.MONITORED, List.of(), List.of(sample), NOW, new Snapshot.Work("", false, false, 0))).toList();
        return new Snapshot(NOW, controlFile.settings(), views, List.of());
    }

    private static Json read(byte[] document) throws Exception {
        return JsonReader.read(document, JsonReader.Bounds.LARGE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''  | ''      | ''          | ''    | web web2 vm
            WWW | ''      | ''          | ''    | web
            ''  | process | ''          | ''    | web web2
            ''  | ''      | unmonitored | ''    | vm
            ''  | ''      | ''          | web.* | web web2
            ''  | ''      | ''          | web   | web
            ''  | system  | ok          | ''    | ''
            no  | ''      | ''          | ''    | ''
            ''  | ''      | ''          | (     | ''
            """)
    void showsTheServicesThatAreAskedFor(String group, String type, String state, String name, String expected) throws Exception {
        var document = read(papers.services(snapshot(), new Filter(group, type, state, name), new Viewer("me", false)));

        assertEquals(expected, document.at("services").items().stream().map(s -> s.at("name").text().orElseThrow()).collect(Collectors.joining(" ")));
        assertEquals(3L, document.at("counts").at("total").whole().orElseThrow());
        assertEquals(Optional.of("me"), document.at("daemon").at("user").text());
    }

    @Test
    void whatARuleGaveUpIsToldFromWhatAnOperatorLeftAlone() throws Exception {
        var limit = new Event(NOW, "vm", "system", EventKind.TIMEOUT, Event.Side.FAILED, "service restarted 3 times within 5 cycles(s) - unmonitor",
                "unmonitor", new Origin("/rc", 7));
        var stopped = new Event(NOW, "vm", "system", EventKind.ACTION, Event.Side.CHANGED, "unmonitor action done", "unmonitor", new Origin("/rc", 7));

        assertEquals(limit.because(), gaveUp(limit));
        assertEquals("", gaveUp(limit, stopped));
    }

    /** Of the one that is not monitored. */
    private String gaveUp(Event... events) throws Exception {
        var snapshot = snapshot();
        var document = read(papers.services(new Snapshot(snapshot.at(), snapshot.settings(), snapshot.services(), List.of(events)),
                new Filter("", "", "unmonitored", ""), new Viewer("me", false)));
        return document.at("services").items().getFirst().at("gaveUp").text().orElseThrow();
    }

    @Test
    void curvesAreCalledAsTheReadingsOfNow() throws Exception {
        var labels = read(papers.history(snapshot(), "web", List.of(), Range.HOUR)).at("series").items().stream().map(s -> s.at("label").text().orElseThrow());

        assertEquals(List.of("cpu", "gone"), labels.toList());
    }

    @Test
    void sparksAreOfTheKeyReadings() throws Exception {
        assertEquals(java.util.Set.of("total.cpu.percent", "total.memory.percent"),
                read(papers.sparks(snapshot())).at("services").at("web").fields().keySet());
    }

    @Test
    void theLogAndTheConfigurationAreThere() throws Exception {
        assertEquals("a line", read(papers.log(snapshot(), "", 5).orElseThrow()).at("lines").items().getFirst().text().orElseThrow());
        assertTrue(read(papers.configuration()).at("text").text().orElseThrow().contains("check process web2 with pidfile /web2\n    mode passive\n"));
    }

    @Test
    void metricsTellOfTheDaemonItself() {
        String text = new String(papers.metrics(snapshot(), false));

        assertTrue(text.contains("\njmonit_events_total{kind=\"pid\"} 1\n"), text);
        assertTrue(text.matches("(?s).*\njmonit_process_resident_memory_bytes [1-9]\\d{6,}\n.*"), text);
    }
}
