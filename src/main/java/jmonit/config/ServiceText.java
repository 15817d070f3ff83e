package jmonit.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import jmonit.catalog.Catalog;
import jmonit.model.Command;
import jmonit.model.Condition;
import jmonit.model.Delay;
import jmonit.model.Endpoint;
import jmonit.model.EventKind;
import jmonit.model.Mode;
import jmonit.model.Recipient;
import jmonit.model.Rule;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Subject;

/** A service with everything that was understood of it, in the order Monit lists it: by kind of test, the latest of a kind first. */
final class ServiceText {

    private static final List<String> ORDER = List.of("missing", "present", "pid", "ppid", "fsflags", "checksum", "permission", "uid", "euid",
            "security attribute", "filedescriptors", "gid", "ping", "port", "unix", "hardlink", "times", "size", "uptime", "link status", "link",
            "saturation", "upload bytes", "upload packets", "download bytes", "download packets", "resource", "status", "content");

    private static final int LONGEST_COMMAND = 255;

    private final Catalog catalog;
    private final RuleText rules;
    private final Identities identities;
    private final List<String> groups;
    private final Appendable out;

    ServiceText(Catalog catalog, RuleText rules, Identities identities, List<String> groups, Appendable out) {
        this.catalog = catalog;
        this.rules = rules;
        this.identities = identities;
        this.groups = groups;
        this.out = out;
    }

    void print(Service service) throws IOException {
        line(catalog.serviceType(service.type()).orElseThrow().title() + " Name", service.name());
        Service.Care care = service.care();
        if (!care.groups().isEmpty()) {
            line(" Group", groups(care.groups()));
        }
        subject(service.subject());
        line(" Monitoring mode", care.mode() == Mode.ACTIVE ? "active" : "passive");
        line(" On reboot", care.onReboot().name().toLowerCase(java.util.Locale.ROOT));
        commands(" Start program", service.commands().start());
        commands(" Stop program", service.commands().stop());
        commands(" Restart program", service.commands().restart());
        existence(service);
        for (Service.Dependency dependency : care.dependsOn().reversed()) {
            line(" Depends on Service", dependency.name());
        }
        tests(service);
        schedule(care.schedule());
        for (Rule rule : service.rules().reversed()) {
            if (rule.when() instanceof Condition.Restarted) {
                lines(service, rule);
            }
        }
        for (Recipient recipient : service.recipients().reversed()) {
            recipient(recipient, out, 21);
        }
        out.append('\n');
    }

    /** Monit keeps one list of groups, the latest first and spelled as at first, and names of it those the service is in. */
    private String groups(List<String> own) {
        return groups.reversed().stream().flatMap(g -> own.stream().filter(g::equalsIgnoreCase).map(_ -> g)).collect(Collectors.joining(", "));
    }

    private void line(String label, String text) throws IOException {
        line(out, 21, label, text);
    }

    static void line(Appendable out, int width, String label, String text) throws IOException {
        out.append(label).append(" ".repeat(Math.max(0, width - label.length()))).append(" = ").append(text).append('\n');
    }

    private void subject(Subject subject) throws IOException {
        switch (subject) {
            case Subject.PidFile(String path) -> line(" Pid file", path);
            case Subject.Matching(String regex) -> line(" Match", regex);
            case Subject.Path(String path) -> line(" Path", path);
            case Subject.Address(String host) -> line(" Address", host);
            case Subject.Interface i -> line(" Interface", i.name());
            case Subject.Program(Command command) -> line(" Path", String.join(" ", command.words()));
            case Subject.Machine _ -> {
            }
        }
    }

    private void commands(String label, List<Command> commands) throws IOException {
        for (Command command : commands) {
            line(label, "'" + shortened(String.join(" ", command.words())) + "'" + identities.runAs(command.runAs())
                    + " timeout " + Numbers.time(command.timeout()));
        }
    }

    /** Monit prints a program into a buffer of fixed size. */
    private static String shortened(String command) {
        byte[] bytes = command.getBytes(StandardCharsets.UTF_8);
        return bytes.length < LONGEST_COMMAND ? command : new String(bytes, 0, LONGEST_COMMAND - 3, StandardCharsets.UTF_8) + "...";
    }

    private void existence(Service service) throws IOException {
        for (int kind = 0; kind < 2; kind++) {
            for (Rule rule : service.rules().reversed()) {
                if (ORDER.indexOf(kind(rule.when())) == kind) {
                    lines(service, rule);
                }
            }
        }
    }

    private void tests(Service service) throws IOException {
        if (service.subject() instanceof Subject.Program(Command command)) {
            line(" Program timeout", "terminate the program if not finished within " + Numbers.time(command.timeout()));
        }
        var ordered = new ArrayList<>(service.rules().reversed());
        ordered.removeIf(r -> ORDER.indexOf(kind(r.when())) < 2 || isContent(r));
        ordered.sort(Comparator.comparingInt(r -> ORDER.indexOf(kind(r.when()))));
        for (Rule rule : ordered) {
            lines(service, rule);
        }
        for (Rule rule : service.ignores()) {
            print(rules.ignored(rule));
        }
        for (Rule rule : service.rules()) {
            if (isContent(rule)) {
                lines(service, rule);
            }
        }
    }

    private static boolean isContent(Rule rule) {
        return kind(rule.when()).equals("content");
    }

    private void lines(Service service, Rule rule) throws IOException {
        print(rules.lines(service, rule));
    }

    private void print(List<RuleText.Line> lines) throws IOException {
        for (RuleText.Line line : lines) {
            line(" " + line.label(), line.text());
        }
    }

    private static String kind(Condition condition) {
        return switch (condition) {
            case Condition.Missing _ -> "missing";
            case Condition.Present _ -> "present";
            case Condition.Link _ -> "link status";
            case Condition.Pinged _ -> "ping";
            case Condition.Connected c -> c.connection().endpoint() instanceof Endpoint.Unix ? "unix" : "port";
            case Condition.DiffersSum _ -> "checksum";
            case Condition.Differs d -> d.metric();
            case Condition.DiffersOwner d -> d.metric();
            case Condition.Matches _ -> "content";
            case Condition.Restarted _, Condition.Sound _ -> "";
            case Condition.Changed(String metric) -> metric(metric);
            case Condition.Unchanged(String metric) -> metric(metric);
            case Condition.Threshold t -> transfer(t.metric(), t.limit().unit() == jmonit.model.Unit.PACKETS_PER_SECOND);
            case Condition.Total t -> transfer(t.metric().substring("total.".length()), t.limit().unit() == jmonit.model.Unit.PACKETS);
        };
    }

    private static String transfer(String metric, boolean packets) {
        return metric.equals("upload") || metric.equals("download") ? metric + (packets ? " packets" : " bytes") : metric(metric);
    }

    private static String metric(String key) {
        return switch (key) {
            case "atime", "ctime", "mtime", "timestamp" -> "times";
            case "checksum.MD5", "checksum.SHA1" -> "checksum";
            case "total.filedescriptors" -> "filedescriptors";
            default -> ORDER.contains(key) ? key : "resource";
        };
    }

    private void schedule(Schedule schedule) throws IOException {
        switch (schedule) {
            case Schedule.EveryCycle _ -> {
            }
            case Schedule.EveryNth(long cycles) -> line(" Every", "Check service every " + cycles + " cycles");
            case Schedule.Interval(Duration length) -> line(" Every", "Check service every " + Numbers.time(length));
            case Schedule.Cron(String fields, boolean negated) ->
                    line(" Every", (negated ? "Don't check service every " : "Check service every ") + fields);
        }
    }

    static void recipient(Recipient recipient, Appendable out, int width) throws IOException {
        line(out, width, recipient.byMail() ? " Alert mail to" : " Alert to", recipient.address());
        line(out, width, "   Alert on", events(recipient));
        if (recipient.reminder() > 0) {
            line(out, width, "   Alert reminder", recipient.reminder() + " cycles");
        }
        if (!recipient.after().equals(Delay.NONE)) {
            line(out, width, "   Alert after", recipient.after().text());
        }
    }

    private static String events(Recipient recipient) {
        if (recipient.events().size() == EventKind.values().length) {
            return "All events";
        }
        return recipient.events().isEmpty() ? "No events"
                : recipient.events().stream().filter(e -> e != EventKind.HEARTBEAT).sorted().map(EventKind::title).collect(Collectors.joining(" ")) + " ";
    }
}
