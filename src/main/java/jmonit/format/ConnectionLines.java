package jmonit.format;

import java.time.Duration;
import java.util.Optional;

import jmonit.catalog.Catalog;
import jmonit.catalog.Protocol;
import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.Readings;
import jmonit.model.Unit;

/** What was asked over the network: pings, then ports, then sockets. */
final class ConnectionLines {

    private static final String UNKNOWN = "-";

    private final Catalog catalog;

    ConnectionLines(Catalog catalog) {
        this.catalog = catalog;
    }

    void add(Sheet sheet) {
        Probe.pings(sheet.state()).forEach(p -> ping(sheet, p));
        Probe.ports(sheet.state()).forEach(p -> connection(sheet, "port response time", p));
        Probe.sockets(sheet.state()).forEach(p -> connection(sheet, "unix socket response time", p));
    }

    private static void ping(Sheet sheet, Probe<Condition.Pinged> probe) {
        switch (probe.answer()) {
            case Answer.Succeeded(var took, _, _) -> sheet.line("ping response time", Amounts.time(took), Ink.VALUE);
            case Answer.Certified(var took, _, _, _) -> sheet.line("ping response time", Amounts.time(took), Ink.VALUE);
            case Answer.Failed _ -> sheet.line("ping response time", "connection failed", probe.ink(sheet.state()));
            case Answer.Skipped _, Answer.Lines _, Answer.Sum _ -> sheet.line("ping response time", UNKNOWN, Ink.UNKNOWN);
        }
    }

    private void connection(Sheet sheet, String label, Probe<Condition.Connected> probe) {
        var connection = Probe.connection(probe);
        switch (probe.answer()) {
            case Answer.Succeeded(var took, _, _) -> answered(sheet, label, probe, took);
            case Answer.Certified(var took, _, _, _) -> answered(sheet, label, probe, took);
            case Answer.Failed _ -> sheet.line(label, "FAILED to " + place(connection, "[", "]")
                    + encrypted(sheet, probe) + protocol(connection), probe.ink(sheet.state()));
            case Answer.Skipped _, Answer.Lines _, Answer.Sum _ -> sheet.line(label, UNKNOWN, Ink.UNKNOWN);
        }
    }

    private void answered(Sheet sheet, String label, Probe<Condition.Connected> probe, Duration took) {
        var connection = Probe.connection(probe);
        sheet.line(label, Amounts.time(took) + " to " + place(connection, "", "") + encrypted(sheet, probe) + protocol(connection),
                probe.ink(sheet.state()));
    }

    /** A host stands in brackets where it failed, and only there. */
    static String place(Connection connection, String open, String close) {
        return switch (connection.endpoint()) {
            case Endpoint.Unix(String path, boolean udp) -> path + " type " + (udp ? "UDP" : "TCP");
            case Endpoint.Inet inet -> open + inet.host() + close + ":" + inet.port() + request(connection)
                    + " type " + (inet.udp() ? "UDP" : "TCP") + "/IP" + version(inet.family());
        };
    }

    static String request(Connection connection) {
        return connection.speech().setting("request").orElse("");
    }

    private static String version(Family family) {
        return switch (family) {
            case ANY -> "";
            case IPV4 -> "v4";
            case IPV6 -> "v6";
        };
    }

    private static String encrypted(Sheet sheet, Probe<Condition.Connected> probe) {
        if (!Probe.connection(probe).tls().used()) {
            return "";
        }
        return " using TLS" + days(probe, sheet.readings())
                .map(days -> " (certificate valid for " + Amounts.fixed(days, 0) + " days)").orElse("");
    }

    /** For how many days the certificate of a server is valid, where that was asked. */
    static Optional<Double> days(Probe<?> probe, Readings readings) {
        return probe.answer() instanceof Answer.Certified(_, _, long days, _) ? Optional.of((double) days)
                : readings.amount("certificate.days." + probe.rule(), Unit.COUNT);
    }

    private String protocol(Connection connection) {
        return " protocol " + label(catalog, connection);
    }

    /** A dialogue of sends and expects is no protocol of the catalog. */
    static String label(Catalog catalog, Connection connection) {
        String protocol = connection.speech().protocol();
        return catalog.protocol(protocol).map(Protocol::label).orElse(protocol);
    }
}
