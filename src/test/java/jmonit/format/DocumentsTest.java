package jmonit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.BuiltIn;
import jmonit.config.Reading;
import jmonit.json.Json;
import jmonit.json.JsonReader;
import jmonit.json.JsonWriter;
import jmonit.model.Acknowledgement;
import jmonit.model.Audience;
import jmonit.model.ControlFile;
import jmonit.model.Delay;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Hours;
import jmonit.model.Maintenance;
import jmonit.model.Origin;
import jmonit.model.Scope;
import jmonit.model.Settings;
import jmonit.model.Silence;
import jmonit.model.Snapshot.View;
import jmonit.model.Snapshot;
import jmonit.model.Unit;
import jmonit.openapi.Description;
import jmonit.os.FakeFiles;

class DocumentsTest {

    private final Description description = new Description();
    private final Snapshot snapshot = withEvents(Capture.snapshot());
    private final JsonWriter out = new JsonWriter(0);

    private static Snapshot withEvents(Snapshot snapshot) {
        return new Snapshot(snapshot.at(), snapshot.settings(), snapshot.services(), List.of(event(1, "p", EventKind.UID, Event.Side.FAILED),
                event(2, "c", EventKind.CHECKSUM, Event.Side.CHANGED), event(3, "dd", EventKind.ACTION, Event.Side.SUCCEEDED),
                event(4, "p", EventKind.UPTIME, Event.Side.FAILED)));
    }

    private static Event event(int number, String service, EventKind kind, Event.Side side) {
        return new Event(Instant.ofEpochSecond(1795249840, number * 1000L), service, "process", kind, side, "event " + number, "alert",
                new Origin("/srv/rc", number));
    }

    private Json services() throws Exception {
        new ServicesJson(BuiltIn.CATALOG, Capture.instance()).write(snapshot, snapshot.services(), new ServicesJson.Asker("", true), out.clear());
        return read();
    }

    private Json service(String name) throws Exception {
        return services().at("services").items().stream().filter(s -> s.at("name").text().orElse("").equals(name)).findFirst().orElseThrow();
    }

    private Json detail(String name) throws Exception {
        new ServiceJson(BuiltIn.CATALOG, Capture.instance()).write(snapshot, Capture.view(snapshot, name), out.clear());
        return read();
    }

    private Json events(EventsJson.Wanted wanted) throws Exception {
        EventsJson.write(snapshot, wanted, out.clear());
        return read();
    }

    private Json read() throws Exception {
        return JsonReader.read(out.bytes(), JsonReader.Bounds.LARGE);
    }

    private static String reading(Json service, String id) {
        return service.at("readings").items().stream().filter(r -> r.at("id").text().orElse("").equals(id))
                .map(r -> r.at("label").text().orElse("") + ": " + r.at("text").text().orElse("")).findFirst().orElse("none");
    }

    @Test
    void allServicesAreDescribedAsPromised() throws Exception {
        services();

        assertEquals(List.of(), description.faults("Services", out.bytes()));
    }

    @Test
    void eachServiceIsDescribedAsPromised() throws Exception {
        for (View view : snapshot.services()) {
            detail(view.service().name());
            assertEquals(List.of(), description.faults("ServiceDetail", out.bytes()), view.service().name());
        }
    }

    @Test
    void whoIsNotToldIsDescribedAsPromised() throws Exception {
        var ann = new Silence.Remark("ann", "deploy");
        var hours = new Hours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MIN, "daily");
        var windows = List.of(new Maintenance(hours, new Scope.All(), false, "", new Origin("/m", 1)),
                new Maintenance(new Hours(Set.of(), LocalTime.MIN, LocalTime.MIN, "never"), new Scope.Group("db"), true, "vacuum", new Origin("/m", 2)));
        var s = snapshot.settings();
        var settings = new Settings(s.poll(), s.files(), s.limits(), s.onReboot(), s.switches(), s.tls(), s.mail(), s.mmonits(), s.httpd(), s.outlets(), windows);
        var silences = List.of(new Silence(3, new Scope.Named(List.of("web")), snapshot.at(), snapshot.at(), ann));
        View view = snapshot.services().getFirst();
        var calm = new Snapshot.Calm(List.of(new Snapshot.Quiet(3, snapshot.at(), ann)), List.of(new Acknowledgement(snapshot.at(), ann)));
        var quiet = new View(view.service(), view.monitoring(), view.failures(), view.seen(), view.at(), view.work(), calm);
        SilencesJson.write(new Snapshot(snapshot.at(), settings, List.of(quiet), List.of(), silences), ZoneOffset.UTC, out.clear());
        assertEquals(List.of(), description.faults("Silences", out.bytes()));
        assertEquals("[true, false]", read().at("maintenance").items().stream().map(m -> m.at("now").flag().orElseThrow()).toList().toString());

        new ServiceJson(BuiltIn.CATALOG, Capture.instance()).write(snapshot, quiet, out.clear());
        assertEquals(List.of(), description.faults("ServiceDetail", out.bytes()));
        assertEquals("deploy", read().at("quiet").at("reason").text().orElseThrow());
        assertEquals("ann", read().at("acknowledged").at("by").text().orElseThrow());

        var event = snapshot.events().getFirst();
        EventsJson.event(event.to(event.audience().silenced("silenced by ann")), out.clear());
        assertEquals(List.of("silenced by ann", ""), List.of(read().at("quiet").text().orElseThrow(), read().at("escalated").text().orElseThrow()));
        EventsJson.event(event.to(new Audience("", List.of(Delay.cycles(5)))), out.clear());
        assertEquals("5 cycles", read().at("escalated").text().orElseThrow());
    }

    @Test
    void theOtherDocumentsAreAsPromised() throws Exception {
        events(new EventsJson.Wanted("", "", Set.of(), Set.of(), Long.MAX_VALUE, 10));
        assertEquals(List.of(), description.faults("Events", out.bytes()));
        new ServicesJson(BuiltIn.CATALOG, Capture.instance()).change(snapshot, snapshot.services().subList(0, 2), out.clear());
        assertEquals(List.of(), description.faults("Change", out.bytes()));
        EventsJson.event(snapshot.events().getFirst(), out.clear());
        assertEquals(List.of(), description.faults("Event", out.bytes()));
        LogJson.write("1-2-3", List.of("a line"), false, out.clear());
        assertEquals(List.of(), description.faults("Log", out.bytes()));
        ConfigurationJson.write(new ControlFile(snapshot.settings(), List.of()), List.of("/srv/rc"), BuiltIn.CATALOG, out.clear());
        assertEquals(List.of(), description.faults("Configuration", out.bytes()));
        var curve = new HistoryJson.Curve("cpu.percent", "cpu", Unit.PERCENT, new double[] {1, Double.NaN}, new double[] {1, 2}, new double[] {1, 2});
        HistoryJson.write(new HistoryJson.Chart(snapshot.at(), Duration.ofSeconds(20), List.of(curve)), out.clear());
        assertEquals(List.of(), description.faults("History", out.bytes()));
        HistoryJson.write(new HistoryJson.Sparks(snapshot.at(), Duration.ofMinutes(1), Map.of("p", Map.of("cpu.percent", new double[] {Double.NaN, 2}))),
                out.clear());
        assertEquals(List.of(), description.faults("Sparks", out.bytes()));
        assertTrue(out.toString().endsWith("{\"p\":{\"cpu.percent\":[null,2]}}}"), out.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p        | failing      | 2026-11-21T08:30:40.000Z
            manual   | unmonitored  |
            kid      | initialising |
            skipped  | waiting      |
            skipped2 | failing      | 2026-11-21T08:30:40.000Z
            ff       | ok           |
            dd       | ok           | 2026-11-21T08:30:40.000Z
            quiet    | ok           |
            """)
    void aServiceIsInAState(String name, String state, String since) throws Exception {
        var service = service(name);

        assertEquals(state, service.at("state").text().orElseThrow());
        assertEquals(since, service.at("since").text().orElse(null));
    }

    @Test
    void countsAreThoseOfAReport() throws Exception {
        var counts = services().at("counts");

        assertEquals(ReportText.number(Selection.all(snapshot), "down").orElseThrow(), counts.at("down").whole().orElseThrow());
        assertEquals(snapshot.services().size(), counts.at("total").whole().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p    | total.cpu.percent                 | cpu total: 0.2%
            p    | memory.bytes                      | memory: 19.7 MB
            p    | uptime.milliseconds               | uptime: 0m
            p    | disk.read.operations_per_second   | disk read operations: 15.7/s
            p    | response.localhost-27822-http     | response time of [localhost]:27822 type TCP/IP: 0.423 ms
            fs   | space.free.percent                | space free total: 90.7%
            fs   | service_time.milliseconds         | service time: 0.118 ms
            vv0  | link.speed                        | capacity: 10000 Mb/s
            vm   | loadavg.1.load                    | load average 1 min: 1.19
            c    | mtime                             | modify timestamp: Sat, 21 Nov 2026 08:30:42
            prog | content                           | none
            ghost | cpu.percent                      | none
            manual | cpu.percent                     | none
            """)
    void readingsReadAsInAStatus(String service, String id, String expected) throws Exception {
        assertEquals(expected, reading(detail(service), id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p  | total.cpu.percent total.memory.percent uptime.milliseconds
            vv0 | download.bytes_per_second upload.bytes_per_second
            fs | space.percent inodes.percent service_time.milliseconds
            nohost | response.ping response.no.such.invalid-80-default
            """)
    void aListShowsOnlyWhatIsWorthIt(String service, String ids) throws Exception {
        assertEquals(ids, service(service).at("readings").items().stream().map(r -> r.at("id").text().orElseThrow()).collect(Collectors.joining(" ")));
    }

    @Test
    void aRuleShowsWhatItIsHeldAgainst() throws Exception {
        var rule = detail("p").at("rules").items().stream().filter(r -> r.at("text").text().orElse("").startsWith("if uptime")).findFirst().orElseThrow();

        assertEquals("if uptime > 1 second then alert", rule.at("text").text().orElseThrow());
        assertTrue(rule.at("failing").flag().orElseThrow());
        assertEquals("because", rule.at("because").text().orElseThrow());
        assertEquals(7000, rule.at("reading").at("value").number().orElseThrow());
        assertEquals(1000, rule.at("limit").number().orElseThrow());
        assertEquals("1 second", rule.at("limitText").text().orElseThrow());
    }

    @Test
    void aProgramShowsWhatItSaid() throws Exception {
        assertEquals("hello\nsecond line", detail("prog").at("output").text().orElseThrow());
        assertEquals(Json.NOTHING, detail("p").at("output"));
        assertEquals("/bin/sh -c 'echo hello; echo second line; exit 3'", detail("prog").at("target").text().orElseThrow());
    }

    @Test
    void aServiceShowsWhatAnsweredAndWhatHappened() throws Exception {
        var service = detail("p");

        assertEquals(10, service.at("answers").items().size());
        assertEquals(List.of("event 4", "event 1"), service.at("events").items().stream().map(e -> e.at("because").text().orElseThrow()).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ''| ''| 10 | 4 3 2 1 | false
            P | ''| 10 | 4 1     | false
            ''| aa| 10 | 4 3 2 1 | false
            ''| Zz| 10 | 4 1     | false
            ''| no| 10 | ''      | false
            ''| ''| 3  | 4 3 2   | true
            ''| ''| 4  | 4 3 2 1 | false
            """)
    void eventsComeNewestFirst(String service, String group, int limit, String expected, boolean more) throws Exception {
        var events = events(new EventsJson.Wanted(service, group, Set.of(), Set.of(), Long.MAX_VALUE, limit));

        assertEquals(expected, events.at("events").items().stream().map(e -> Long.toString(e.at("id").whole().orElseThrow() % 10)).collect(Collectors.joining(" ")));
        assertEquals(more, events.at("more").flag().orElseThrow());
    }

    @Test
    void eventsAreLeftOutThatNobodyWants() throws Exception {
        var some = new EventsJson.Wanted("", "", Set.of(EventKind.UID, EventKind.UPTIME), Set.of(Event.Side.FAILED), 1795249840000004L, 10);

        assertEquals(1795249840000001L, events(some).at("events").items().getFirst().at("id").whole().orElseThrow());
        assertEquals(1, events(some).at("events").items().size());
    }

    @Test
    void whatIsInForceIsToldWithoutSecrets() {
        String text = ConfigurationJson.text(new ControlFile(snapshot.settings(), snapshot.services().stream().map(View::service).toList()), BuiltIn.CATALOG);

        assertTrue(text.contains("    allow admin:\"****\"\n"), text);
        assertTrue(text.contains("check process p with pidfile /srv/serve.pid\n"), text);
        assertTrue(text.contains("    if uptime > 1 second then alert\n"), text);
        assertFalse(text.contains(":monit"), text);
    }

    @Test
    void whatIsInForceCanBeReadAgain() {
        var services = snapshot.services().stream().map(View::service).toList();
        String text = ConfigurationJson.text(new ControlFile(snapshot.settings(), services), BuiltIn.CATALOG);

        var again = Reading.of("/rc", BuiltIn.CATALOG, new FakeFiles().directory("/").directory("/srv").file("/rc", text), "vm");

        assertEquals(List.of(), again.diagnostics());
        assertEquals(text, ConfigurationJson.text(again.controlFile(), BuiltIn.CATALOG));
    }
}
