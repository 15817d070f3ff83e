package jmonit.format;

import java.io.IOException;

import jmonit.catalog.Catalog;
import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Endpoint;
import jmonit.model.Unit;

/** What was asked over the network: pings, then ports, then sockets. */
final class ConnectionXml {

    private final Catalog catalog;

    ConnectionXml(Catalog catalog) {
        this.catalog = catalog;
    }

    void add(State state, Xml xml) throws IOException {
        for (var probe : Probe.pings(state)) {
            xml.open("icmp").element("type", "Ping");
            took(probe.answer(), xml);
            xml.close("icmp");
        }
        for (var probe : Probe.ports(state)) {
            connection(state, probe, xml);
        }
        for (var probe : Probe.sockets(state)) {
            connection(state, probe, xml);
        }
    }

    private void connection(State state, Probe<Condition.Connected> probe, Xml xml) throws IOException {
        switch (Probe.connection(probe).endpoint()) {
            case Endpoint.Inet inet -> port(state, probe, inet, xml);
            case Endpoint.Unix(String path, _) -> {
                xml.open("unix").element("path", path).element("protocol", protocol(probe));
                took(probe.answer(), xml);
                xml.close("unix");
            }
        }
    }

    private void port(State state, Probe<Condition.Connected> probe, Endpoint.Inet inet, Xml xml) throws IOException {
        xml.open("port").element("hostname", inet.host()).element("portnumber", inet.port());
        xml.cdata("request", ConnectionLines.request(Probe.connection(probe)));
        xml.element("protocol", protocol(probe)).element("type", inet.udp() ? "UDP" : "TCP");
        took(probe.answer(), xml);
        var days = ConnectionLines.days(probe, state.readings());
        if (days.isPresent()) {
            xml.open("certificate").element("valid", days.get().longValue()).close("certificate");
        }
        xml.close("port");
    }

    private String protocol(Probe<Condition.Connected> probe) {
        return ConnectionLines.label(catalog, Probe.connection(probe));
    }

    private static void took(Answer answer, Xml xml) throws IOException {
        double seconds = switch (answer) {
            case Answer.Succeeded(var took, _, _) -> took.toNanos() / 1e9;
            case Answer.Certified(var took, _, _, _) -> took.toNanos() / 1e9;
            case Answer.Failed _, Answer.Skipped _, Answer.Lines _, Answer.Sum _ -> -1;
        };
        xml.element("responsetime", Amounts.fixed(seconds, 6));
    }
}
