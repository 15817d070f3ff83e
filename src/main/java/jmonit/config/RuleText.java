package jmonit.config;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jmonit.catalog.Catalog;
import jmonit.catalog.Measure;
import jmonit.catalog.Metric;
import jmonit.catalog.Protocol;
import jmonit.catalog.ServiceType;
import jmonit.model.Action;
import jmonit.model.Amount;
import jmonit.model.Command;
import jmonit.model.Condition;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.Pattern;
import jmonit.model.Ping;
import jmonit.model.ResponseTime;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Unit;
import jmonit.model.Window;
import jmonit.os.Files;

/** A rule in words, under the label that a list puts before it. */
final class RuleText {

    private final Catalog catalog;
    private final Files files;
    private final Identities identities;

    RuleText(Catalog catalog, Files files, Identities identities) {
        this.catalog = catalog;
        this.files = files;
        this.identities = identities;
    }

    /** One line of the list. */
    record Line(String label, String text) {
    }

    List<Line> lines(Service service, Rule rule) {
        ServiceType type = catalog.serviceType(service.type()).orElseThrow();
        String end = window(rule.window()) + " then " + action(rule.then()) + otherwise(rule);
        return switch (rule.when()) {
            case Condition.Matches matches -> patterns(matches).stream().map(p -> line("Content", content(matches, p) + end)).toList();
            case Condition.Sound _ -> List.of();
            case Condition.Restarted(int restarts, int cycles) ->
                    one("Timeout", "If restarted " + restarts + " times within " + cycles + " cycle(s) then " + action(rule.then()));
            case Condition.Threshold t -> one(label(type, t.metric(), t.limit().unit()), "if " + threshold(service, t) + end);
            case Condition.Total t -> one(label(type, t.metric(), t.limit().unit()),
                    "if " + t.comparison().words() + " " + amount(t.metric(), t.limit()) + " in last " + t.spoken() + end);
            case Condition.Changed(String metric) -> one(changedLabel(type, metric), changed(metric) + end);
            case Condition.Unchanged(String metric) -> one(changedLabel(type, metric), "if not changed" + end);
            case Condition.Differs(String metric, String expected) -> one(metric(type, metric).label(), "if failed " + expected + end);
            case Condition.DiffersOwner(String metric, var expected) -> one(metric(type, metric).label(),
                    "if failed " + (metric.equals("gid") ? identities.group(expected) : identities.user(expected)) + end);
            case Condition.DiffersSum sum -> one("Checksum", "if failed " + sum(service, sum) + end);
            case Condition.Missing _ -> one("Existence", "if does not exist" + end);
            case Condition.Present _ -> one("Non-Existence", "if exist" + end);
            case Condition.Link(boolean up) -> one("Link status", "if " + (up ? "up" : "down") + end);
            case Condition.Pinged(Ping ping, boolean succeeded) -> one(pingLabel(ping), ping(ping, succeeded) + end);
            case Condition.Connected(Connection connection, boolean succeeded) -> one(
                    connection.endpoint() instanceof Endpoint.Unix ? "Unix Socket" : "Port", connection(connection, succeeded) + end);
        };
    }

    List<Line> ignored(Rule rule) {
        var matches = (Condition.Matches) rule.when();
        return patterns(matches).stream().map(p -> line("Ignore content", content(matches, p) + " then ignore")).toList();
    }

    private static Line line(String label, String text) {
        return new Line(label, text);
    }

    private static List<Line> one(String label, String text) {
        return List.of(line(label, text));
    }

    // ---- metrics

    private static Metric metric(ServiceType type, String key) {
        return type.metrics().stream().filter(m -> m.key().equals(key)).findFirst().orElseThrow();
    }

    private static String label(ServiceType type, String key, Unit unit) {
        return metric(type, key).measures().stream().filter(m -> m.unit() == unit).map(Measure::label).findFirst().orElseThrow();
    }

    private static String changedLabel(ServiceType type, String key) {
        return key.startsWith("checksum") ? "Checksum" : key.equals("link") ? "Link capacity" : metric(type, key).label();
    }

    private static String changed(String metric) {
        String prefix = metric.equals("status") ? "if exit value changed" : "if changed";
        return metric.startsWith("checksum.") ? prefix + " " + metric.substring("checksum.".length()) : prefix;
    }

    private String threshold(Service service, Condition.Threshold t) {
        boolean filesystem = service.type().equals("filesystem");
        String prefix = switch (t.metric()) {
            case "read", "write" -> filesystem ? t.metric() + " " : "";
            case "service time" -> "service time ";
            case "status" -> "exit value " + t.comparison().sign() + " ";
            default -> "";
        };
        String comparison = t.metric().equals("status") ? "" : t.comparison().words() + " ";
        return prefix + comparison + amount(t.metric(), t.limit());
    }

    private static String amount(String metric, Amount amount) {
        double value = amount.value();
        return switch (amount.unit()) {
            case COUNT -> Numbers.whole(value);
            case PERCENT -> Numbers.single(value) + "%";
            case LOAD -> Numbers.single(value);
            case BYTES -> metric.equals("size") ? Numbers.whole(value) + " byte(s)" : Numbers.size(value);
            case BYTES_PER_SECOND -> Numbers.size(value) + "/s";
            case OPERATIONS_PER_SECOND -> Numbers.whole(value) + " operations/s";
            case PACKETS -> Numbers.whole(value) + " packets";
            case PACKETS_PER_SECOND -> Numbers.whole(value) + " packets/s";
            case MILLISECONDS -> switch (metric) {
                case "uptime" -> Numbers.whole(value / 1000) + " second(s)";
                case "service time" -> Numbers.time(value) + "/operation";
                default -> Numbers.time(value);
            };
        };
    }

    // ---- content, checksum

    private List<String> patterns(Condition.Matches matches) {
        return switch (matches.pattern()) {
            case Pattern.Regex(String text) -> List.of(text);
            case Pattern.FromFile(String path) -> PatternFile.read(files, path);
        };
    }

    private static String content(Condition.Matches matches, String pattern) {
        return "if content " + (matches.negated() ? "!=" : "=") + " \"" + pattern + "\"";
    }

    private String sum(Service service, Condition.DiffersSum sum) {
        String expected = sum.expected();
        if (expected.isEmpty() && service.subject() instanceof Subject.Path(String path)) {
            expected = current(path, sum);
        }
        return expected + "(" + sum.digest() + ")";
    }

    /** What the file's sum is now; zeros where it cannot be told. */
    private String current(String path, Condition.DiffersSum sum) {
        try {
            return files.digest(path, sum.digest().algorithm());
        } catch (IOException e) {
            return "0".repeat(sum.digest().length());
        }
    }

    // ---- probes

    private static String pingLabel(Ping ping) {
        return switch (ping.family()) {
            case ANY -> "Ping";
            case IPV4 -> "Ping4";
            case IPV6 -> "Ping6";
        };
    }

    private static String ping(Ping ping, boolean succeeded) {
        return "if " + (succeeded ? "succeeded" : "failed") + " count " + ping.count() + " size " + ping.size() + " with timeout "
                + Numbers.time(ping.timeout()) + response(ping.response()) + (ping.source().isEmpty() ? "" : " via address " + ping.source());
    }

    private static String response(ResponseTime response) {
        return response.equals(ResponseTime.UNLIMITED) ? ""
                : " and responsetime " + response.comparison().words() + " " + Numbers.time(response.limit());
    }

    private String connection(Connection connection, boolean succeeded) {
        return "if " + (succeeded ? "succeeded " : "failed ") + endpoint(connection) + " protocol " + protocol(connection)
                + " with timeout " + Numbers.time(connection.timeout())
                + (connection.retry() > 1 ? " and retry " + connection.retry() + " times" : "")
                + response(connection.response()) + TlsText.of(connection.tls());
    }

    private static String endpoint(Connection connection) {
        return switch (connection.endpoint()) {
            case Endpoint.Unix(String path, boolean udp) -> path + " type " + (udp ? "UDP" : "TCP");
            case Endpoint.Inet inet -> "[" + inet.host() + "]:" + inet.port() + connection.speech().setting("request").orElse("")
                    + (inet.source().isEmpty() ? "" : " via address " + inet.source())
                    + " type " + (inet.udp() ? "UDP/IP" : "TCP/IP") + family(inet.family());
        };
    }

    private static String family(Family family) {
        return switch (family) {
            case ANY -> "";
            case IPV4 -> "v4";
            case IPV6 -> "v6";
        };
    }

    private String protocol(Connection connection) {
        String keyword = connection.speech().protocol();
        Optional<Protocol> protocol = catalog.protocol(keyword);
        return protocol.map(Protocol::label).orElse(keyword);
    }

    // ---- windows, actions

    private static String window(Window window) {
        if (window.equals(Window.ONCE)) {
            return "";
        }
        String length = window.timed() ? Numbers.time(window.span()) : window.cycles() + " cycles";
        return window.unbroken() ? " for " + length : " for " + window.times() + " times within " + length;
    }

    private String otherwise(Rule rule) {
        return rule.otherwise() instanceof Action.Alert ? "" : " else if succeeded" + window(rule.recovery()) + " then " + action(rule.otherwise());
    }

    private String action(Action action) {
        return switch (action) {
            case Action.Alert _, Action.Start _, Action.Stop _, Action.Restart _, Action.Unmonitor _, Action.Ignore _ -> action.word();
            case Action.Exec(Command command, int repeat) -> "exec '" + String.join(" ", command.words()) + "'"
                    + identities.runAs(command.runAs()) + (command.timeout().isZero() ? "" : " timeout " + Numbers.time(command.timeout()))
                    + (repeat > 0 ? " repeat every " + repeat + " cycle(s)" : "");
        };
    }
}
