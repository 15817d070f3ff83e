package jmonit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import jmonit.BuiltIn;
import jmonit.format.StatusXml.Form;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Origin;
import jmonit.model.Readings;
import jmonit.model.Readings.Notes;
import jmonit.model.Snapshot;

class StatusXmlTest {

    private static final Snapshot SNAPSHOT = Capture.snapshot();

    private static String document(Snapshot snapshot, Instance instance, Form form, Event... news) throws IOException {
        var out = new StringBuilder();
        new StatusXml(BuiltIn.CATALOG, instance).write(snapshot, form, List.of(news), out);
        return out.toString();
    }

    private static Document parsed(String document) throws Exception {
        var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return parser.parse(new ByteArrayInputStream(document.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void saysWhatMonitSaidOfTheSame() throws IOException {
        assertEquals(spread(Capture.resource("status2.xml")), spread(document(SNAPSHOT, Capture.instance(), Form.SECOND)));
    }

    /** A line for each service, so that a difference is easy to find. */
    private static String spread(String document) {
        return document.replaceAll("(</?(service|server|services)\\b)", "\n$1");
    }

    @Test
    void theFirstFormHoldsTheSameUnderOtherNames() throws IOException {
        var document = document(SNAPSHOT, Capture.instance(), Form.FIRST);

        assertTrue(document.startsWith("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><monit><server>"
                + "<id>5c50e0b62e7803f26306dcbcf5855d35</id><incarnation>1795249837</incarnation>"
                + "<version>5.33.0</version><uptime>9</uptime>"), document);
        assertTrue(document.contains("</platform><service type=\"3\"><name>p</name><collected_sec>1795249844</collected_sec>"), document);
        assertTrue(document.endsWith("</system></service></monit>"), document);
    }

    @Test
    void passwordsAreToldOnlyWhereTheInstanceHasThem() throws IOException {
        var plain = Capture.instance();
        var open = new Instance(plain.program(), plain.incarnation(), plain.place(), List.of(new Instance.Login("admin", "m<n>t")));

        assertTrue(document(SNAPSHOT, open, Form.SECOND).contains("</httpd><credentials><username>admin</username>"
                + "<password>m&lt;n&gt;t</password></credentials></server>"));
        assertEquals(-1, document(SNAPSHOT, plain, Form.SECOND).indexOf("credentials"));
    }

    @Test
    void hostGroupsAreToldOnlyWhereThereAreAny() throws IOException {
        var plain = Capture.instance();
        var member = new Instance(plain.program(), plain.incarnation(), plain.place(), List.of(), List.of("web", "data <2>"));

        assertTrue(document(SNAPSHOT, member, Form.SECOND)
                .contains("</server><hostgroups><name>web</name><name>data &lt;2&gt;</name></hostgroups><platform>"));
        assertEquals(-1, document(SNAPSHOT, plain, Form.SECOND).indexOf("hostgroups"));
    }

    @Test
    void whatIsOddInNamesAndOutputComesOutOfAReaderAsItWas() throws Exception {
        var output = "a]]>b €😀 <x>&amp;\n\tlast";
        var notes = new Notes().moment("started", Instant.EPOCH).count("status", 0).text("content", output + "\u0001\u001b\uD800");
        var view = Capture.like(Capture.view(SNAPSHOT, "quiet"), "n\u00e4me <&> \"x\"\u0000", notes.readings());
        var odd = new Snapshot(SNAPSHOT.at(), SNAPSHOT.settings(), List.of(view), List.of());

        for (Form form : Form.values()) {
            var text = document(odd, Capture.instance(), form);
            var document = parsed(text);

            assertTrue(text.chars().allMatch(c -> c < 127), text);
            assertEquals(output, document.getElementsByTagName("output").item(0).getTextContent());
            var service = document.getElementsByTagName("service").item(0);
            var name = form == Form.FIRST ? document.getElementsByTagName("name").item(1).getTextContent()
                    : service.getAttributes().getNamedItem("name").getTextContent();
            assertEquals("n\u00e4me <&> \"x\"", name);
        }
    }

    @Test
    void aLookThatFoundOutNothingMakesAGoodDocument() throws Exception {
        var blank = SNAPSHOT.services().stream().map(v -> Capture.like(v, v.service().name(), Readings.NONE)).toList();

        var document = parsed(document(new Snapshot(SNAPSHOT.at(), SNAPSHOT.settings(), blank, List.of()), Capture.instance(), Form.SECOND));

        assertEquals("-1", document.getElementsByTagName("pid").item(0).getTextContent());
    }

    @Test
    void newsIsTheLastPart() throws Exception {
        var event = new Event(Instant.ofEpochSecond(1795226222, 485282000), "sleeper", "process", EventKind.NONEXIST, Event.Side.FAILED,
                "process is not running", "restart", new Origin("rc", 1));

        var document = document(SNAPSHOT, Capture.instance(), Form.SECOND, event);

        assertTrue(document.endsWith("</servicegroups><event><collected_sec>1795226222</collected_sec>"
                + "<collected_usec>485282</collected_usec><service>sleeper</service><type>3</type><id>512</id>"
                + "<state>1</state><action>2</action>"
                + "<message><![CDATA[process is not running]]></message></event></monit>"), document);
    }

    @Test
    void aChangeLeavesItsHintWhenItIsNoNewsAnyMore() throws IOException {
        var view = Capture.view(SNAPSHOT, "multi");
        var well = new Snapshot.View(view.service(), view.monitoring(), List.of(), view.seen(), view.at(), view.work());
        var events = new ArrayList<Event>();
        for (var side : List.of(Event.Side.CHANGED, Event.Side.UNCHANGED)) {
            events.add(new Event(view.at(), "multi", "file", EventKind.CONTENT, side, "content", "alert", new Origin("rc", 1)));
        }
        events.add(new Event(view.at(), "multi", "file", EventKind.SIZE, Event.Side.SUCCEEDED, "size", "alert", new Origin("rc", 1)));

        var document = document(new Snapshot(SNAPSHOT.at(), SNAPSHOT.settings(), List.of(well), events), Capture.instance(), Form.SECOND);

        assertTrue(document.contains("<status>0</status><status_hint>32768</status_hint>"), document);
    }
}
