package jmonit.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jmonit.catalog.Catalog;
import jmonit.model.Event;
import jmonit.model.Httpd;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.View;

/**
 * The status document, in one line. It always holds all services, in full: Monit heeds neither a service nor a group nor a level that is
 * asked for here, and readers rely on it.
 */
public final class StatusXml {

    /** The oldest readers know the first form only; receivers of messages want the second. */
    public enum Form {
        FIRST, SECOND
    }

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int KILOBYTE = 1024;

    private final Instance instance;
    private final ServiceXml services;

    public StatusXml(Catalog catalog, Instance instance) {
        this.instance = instance;
        this.services = new ServiceXml(catalog, instance);
    }

    /** {@code news} is what a receiver is told of beside the status, mostly nothing. */
    public void write(Snapshot snapshot, Form form, List<Event> news, Appendable out) throws IOException {
        var xml = new Xml(out).raw(HEAD);
        switch (form) {
            case FIRST -> first(snapshot, xml);
            case SECOND -> second(snapshot, xml);
        }
        for (Event event : news) {
            ServiceXml.event(event, xml);
        }
        xml.close("monit");
    }

    private void first(Snapshot snapshot, Xml xml) throws IOException {
        xml.open("monit").open("server").element("id", instance.incarnation().id());
        xml.element("incarnation", instance.incarnation().began().getEpochSecond()).element("version", instance.program().version());
        server(snapshot, xml);
        platform(xml);
        for (View view : snapshot.services()) {
            xml.open("service", "type", Integer.toString(TypeXml.number(view.service().type()))).element("name", view.service().name());
            services.write(snapshot, new State(view), xml);
            xml.close("service");
        }
    }

    private void second(Snapshot snapshot, Xml xml) throws IOException {
        xml.raw("<monit").attribute("id", instance.incarnation().id());
        xml.attribute("incarnation", Long.toString(instance.incarnation().began().getEpochSecond()));
        xml.attribute("version", instance.program().version()).raw(">").open("server");
        server(snapshot, xml);
        hostGroups(xml);
        platform(xml);
        xml.open("services");
        for (View view : snapshot.services()) {
            xml.open("service", "name", view.service().name()).element("type", TypeXml.number(view.service().type()));
            services.write(snapshot, new State(view), xml);
            xml.close("service");
        }
        xml.close("services");
        groups(snapshot, xml);
    }

    private void server(Snapshot snapshot, Xml xml) throws IOException {
        var poll = snapshot.settings().poll();
        xml.element("uptime", instance.incarnation().age(snapshot.at()).toSeconds()).element("poll", poll.seconds());
        xml.element("startdelay", poll.startDelay()).element("localhostname", host(snapshot));
        xml.element("controlfile", instance.place().controlFile());
        httpd(snapshot.settings().httpd(), xml);
        for (var login : instance.logins()) {
            xml.open("credentials").element("username", login.user()).element("password", login.password()).close("credentials");
        }
        xml.close("server");
    }

    /** The name the control file gives to this machine is the one it has. */
    private String host(Snapshot snapshot) {
        return snapshot.services().stream().filter(v -> v.service().type().equals("system")).map(v -> v.service().name()).findFirst()
                .orElse(instance.place().host());
    }

    /** Of several doors the first is told, and a socket only where there is no port. */
    private static void httpd(Httpd httpd, Xml xml) throws IOException {
        if (!httpd.on()) {
            return;
        }
        xml.open("httpd");
        if (httpd.tcp().isEmpty()) {
            xml.element("unixsocket", httpd.unix().getFirst().path());
        } else {
            var tcp = httpd.tcp().getFirst();
            xml.element("address", tcp.address().isEmpty() ? LOOPBACK : tcp.address()).element("port", tcp.port());
            xml.element("ssl", tcp.tls().used() ? 1 : 0);
        }
        xml.close("httpd");
    }

    private void platform(Xml xml) throws IOException {
        var platform = instance.place().platform();
        xml.open("platform").element("name", platform.name()).element("release", platform.release());
        xml.element("version", platform.version()).element("machine", platform.machine()).element("cpu", platform.processors());
        xml.element("memory", platform.memory() / KILOBYTE).element("swap", platform.swap() / KILOBYTE).close("platform");
    }

    /** Of Monit 5.34; whoever names none sends what 5.33 sends. */
    private void hostGroups(Xml xml) throws IOException {
        if (instance.hostGroups().isEmpty()) {
            return;
        }
        xml.open("hostgroups");
        for (String name : instance.hostGroups()) {
            xml.element("name", name);
        }
        xml.close("hostgroups");
    }

    /** The last one named comes first, its services in the order of the control file. */
    private static void groups(Snapshot snapshot, Xml xml) throws IOException {
        var names = new LinkedHashMap<String, String>();
        var members = new LinkedHashMap<String, List<String>>();
        for (View view : snapshot.services()) {
            for (String group : view.service().care().groups()) {
                String key = group.toLowerCase(Locale.ROOT);
                names.putIfAbsent(key, group);
                members.computeIfAbsent(key, _ -> new ArrayList<>()).add(view.service().name());
            }
        }
        xml.open("servicegroups");
        for (Map.Entry<String, List<String>> group : members.sequencedEntrySet().reversed()) {
            xml.open("servicegroup", "name", names.get(group.getKey()));
            for (String service : group.getValue()) {
                xml.element("service", service);
            }
            xml.close("servicegroup");
        }
        xml.close("servicegroups");
    }
}
