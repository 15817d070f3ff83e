package jmonit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.slf4j.LoggerFactory;

import jmonit.catalog.Catalog;
import jmonit.format.Instance;
import jmonit.format.Instance.Incarnation;
import jmonit.format.Instance.Place;
import jmonit.format.Instance.Platform;
import jmonit.format.ServicesJson;
import jmonit.format.StatusXml;
import jmonit.http.Signature;
import jmonit.json.JsonWriter;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Httpd;
import jmonit.model.MMonit;
import jmonit.model.Snapshot;
import jmonit.os.HomeZone;
import jmonit.os.IdFile;
import jmonit.os.Kernel;
import jmonit.os.MachineState;
import jmonit.os.Vitals;
import jmonit.os.live.LiveKernel;

/** Who we are, in what we show. */
record Passport(Wiring.Name name, Home home, Catalog catalog, Instant started) {

    private static final String MONIT = "monit";
    private static final String MONITS_VERSION = "5.33.0";
    /** Few enough for a message of a megabyte. */
    private static final int A_DOCUMENT = 100;
    private static final int A_SERVICE = 1024;
    private static final Kernel UNKNOWN = new Kernel("", "", "", "");

    /** Where we live. */
    record Home(String host, String controlFile, String idFile, IdFile ids, Vitals vitals) {
    }

    Signature signature(boolean shown) {
        return called() ? new Signature(MONIT, MONITS_VERSION, shown) : new Signature("jmonit", name.version(), shown);
    }

    private boolean called() {
        return name.called().equals(MONIT);
    }

    Instance instance(Httpd httpd, Instant since) {
        var program = called() ? new Instance.Program("Monit", MONITS_VERSION) : new Instance.Program("jmonit", name.version());
        var place = new Place(home.host(), HomeZone.id(), home.controlFile(), platform());
        return new Instance(program, incarnation(since), place, logins(httpd));
    }

    private Incarnation incarnation(Instant since) {
        return new Incarnation(id(), started, since);
    }

    /** What a collector is told; the daemon itself is a service called Monit there. */
    byte[] report(Snapshot snapshot, Instant since, MMonit collector, List<Event> news) throws IOException {
        var httpd = snapshot.settings().httpd();
        var place = new Place(home.host(), HomeZone.id(), home.controlFile(), platform());
        var instance = new Instance(new Instance.Program("Monit", MONITS_VERSION), incarnation(since), place,
                collector.registersCredentials() && httpd.on() ? login(httpd) : List.of(), collector.hostGroups());
        var out = new StringBuilder();
        new StatusXml(catalog, instance).write(snapshot, StatusXml.Form.SECOND, news.stream().map(Passport::ofMonit).toList(), out);
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** How everything is, as the programming interface tells it: so many services in each document. */
    List<byte[]> documents(Snapshot snapshot, Instant since) {
        var writer = new ServicesJson(catalog, instance(snapshot.settings().httpd(), since));
        int all = snapshot.services().size();
        return IntStream.range(0, (all + A_DOCUMENT - 1) / A_DOCUMENT).mapToObj(i -> {
            var out = new JsonWriter(A_SERVICE * A_DOCUMENT);
            var some = snapshot.services().subList(i * A_DOCUMENT, Math.min(all, (i + 1) * A_DOCUMENT));
            writer.write(snapshot, some, new ServicesJson.Asker("", true), out);
            return out.bytes();
        }).toList();
    }

    private static Event ofMonit(Event e) {
        return e.kind() == EventKind.INSTANCE
                ? new Event(e.at(), "Monit", e.type(), e.kind(), e.side(), e.because(), e.action(), e.origin()) : e;
    }

    private static List<Instance.Login> logins(Httpd httpd) {
        return httpd.manners().credentials() ? login(httpd) : List.of();
    }

    /** As Monit picks it: the first who may do something, whose password is there in clear text. */
    private static List<Instance.Login> login(Httpd httpd) {
        return httpd.access().stream().filter(Httpd.Access.User.class::isInstance).map(Httpd.Access.User.class::cast)
                .filter(u -> !u.readOnly()).map(u -> new Instance.Login(u.name(), u.password())).limit(1).toList();
    }

    /** Without one M/Monit cannot tell machines apart, and that was told already. */
    private String id() {
        try {
            return home.ids().read(home.idFile()).map(Object::toString).orElse("");
        } catch (IOException e) {
            LoggerFactory.getLogger(Passport.class).debug("No id -- {}", e.getMessage());
            return "";
        }
    }

    private Platform platform() {
        try {
            Kernel kernel = new LiveKernel().kernel();
            MachineState machine = home.vitals().now();
            return new Platform(kernel.name(), kernel.release(), kernel.version(), kernel.machine(), machine.cores(),
                    machine.memory().total(), machine.memory().swapTotal());
        } catch (IOException e) {
            LoggerFactory.getLogger(Passport.class).warn("The status cannot tell what machine this is -- {}", e.getMessage());
            return new Platform(UNKNOWN.name(), UNKNOWN.release(), UNKNOWN.version(), UNKNOWN.machine(), 1, 0, 0);
        }
    }
}
