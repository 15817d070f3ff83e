package jmonit.format;

import java.util.ArrayList;
import java.util.List;

import jmonit.catalog.Catalog;
import jmonit.catalog.Metric;
import jmonit.catalog.ServiceType;
import jmonit.model.Action;
import jmonit.model.Command;
import jmonit.model.Condition;
import jmonit.model.Digest;
import jmonit.model.Pattern;
import jmonit.model.Principal;
import jmonit.model.Rule;
import jmonit.model.RunAs;
import jmonit.model.Service;
import jmonit.model.Window;

/** A rule as a control file says it: "if cpu > 80% for 3 cycles then restart". Whatever is secret is left out. */
public final class RuleWords {

    private final Catalog catalog;
    private final ConnectionWords connections;

    public RuleWords(Catalog catalog) {
        this.catalog = catalog;
        this.connections = new ConnectionWords(catalog);
    }

    /** Empty for what nobody can write: that a process is no zombie, that a file is a file. */
    public String of(Service service, Rule rule) {
        String condition = condition(service, rule.when());
        return condition.isEmpty() ? "" : "if " + condition + window(rule.window()) + " then " + action(rule.then()) + otherwise(rule);
    }

    private String condition(Service service, Condition condition) {
        return switch (condition) {
            case Condition.Threshold(String metric, var comparison, var limit) ->
                    phrase(service, metric) + " " + comparison.sign() + " " + LimitWords.of(limit);
            case Condition.Total(String metric, var comparison, var limit, var range, _) ->
                    phrase(service, metric) + " " + comparison.sign() + " " + LimitWords.of(limit) + " in last " + LimitWords.time(range);
            case Condition.Changed(String metric) -> changed(service, metric, "changed");
            case Condition.Unchanged(String metric) -> changed(service, metric, "not changed");
            case Condition.Matches(_, Pattern pattern, boolean negated) -> "content " + (negated ? "!= " : "= ") + pattern(pattern);
            case Condition.Differs(String metric, String expected) -> "failed " + phrase(service, metric) + " " + word(expected);
            case Condition.DiffersOwner(String metric, Principal expected) -> "failed " + phrase(service, metric) + " " + principal(expected);
            case Condition.DiffersSum(Digest digest, String expected) ->
                    "failed " + digest.name().toLowerCase(java.util.Locale.ROOT) + " checksum" + (expected.isEmpty() ? "" : " expect " + expected);
            case Condition.Missing _ -> "not exist";
            case Condition.Present _ -> "exist";
            case Condition.Link(boolean up) -> up ? "link up" : "link down";
            case Condition.Pinged(var ping, boolean succeeded) -> verdict(succeeded) + ConnectionWords.ping(ping);
            case Condition.Connected(var connection, boolean succeeded) -> verdict(succeeded) + connections.connection(connection);
            case Condition.Restarted(int restarts, int cycles) -> restarts + " restarts within " + cycles + " cycles";
            case Condition.Sound _ -> "";
        };
    }

    private static String verdict(boolean succeeded) {
        return succeeded ? "succeeded " : "failed ";
    }

    /** Which sum it is stands in the key of the metric, the speed and mode of a link are one phrase. */
    private String changed(Service service, String metric, String verb) {
        return metric.startsWith("checksum.") ? verb + " " + metric.substring("checksum.".length()).toLowerCase(java.util.Locale.ROOT) + " checksum"
                : metric.equals("content") ? "content " + verb : verb + " " + phrase(service, metric);
    }

    private String phrase(Service service, String metric) {
        return catalog.serviceType(service.type()).map(ServiceType::metrics).orElse(List.of()).stream()
                .filter(m -> m.key().equals(metric)).map(Metric::phrase).findFirst().orElse(metric);
    }

    private static String pattern(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Regex(String text) -> quoted(text);
            case Pattern.FromFile(String path) -> path;
        };
    }

    static String word(String text) {
        boolean plain = !text.isEmpty() && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-:+".indexOf(c) >= 0);
        return plain ? text : quoted(text);
    }

    /** A text may hold one kind of quotes, or the other. */
    static String quoted(String text) {
        return text.indexOf('"') < 0 ? "\"" + text + "\"" : "'" + text + "'";
    }

    private static String principal(Principal principal) {
        return switch (principal) {
            case Principal.Inherited _ -> "";
            case Principal.Named(String name) -> word(name);
            case Principal.Numbered(long id) -> Long.toString(id);
        };
    }

    private static String window(Window window) {
        if (window.equals(Window.ONCE)) {
            return "";
        }
        String length = window.timed() ? LimitWords.time(window.span()) : window.cycles() + (window.cycles() == 1 ? " cycle" : " cycles");
        return window.unbroken() ? " for " + length : " for " + window.times() + " times within " + length;
    }

    private static String otherwise(Rule rule) {
        boolean usual = rule.otherwise() instanceof Action.Alert && rule.recovery().equals(Window.ONCE);
        return usual ? "" : " else if succeeded" + window(rule.recovery()) + " then " + action(rule.otherwise());
    }

    static String action(Action action) {
        return switch (action) {
            case Action.Exec(Command command, int repeat) -> "exec " + quoted(command(command)) + runAs(command.runAs())
                    + (command.timeout().isZero() ? "" : " timeout " + LimitWords.time(command.timeout()))
                    + (repeat > 0 ? " repeat every " + repeat + " cycles" : "");
            case Action.Alert _, Action.Start _, Action.Stop _, Action.Restart _, Action.Unmonitor _, Action.Ignore _ -> action.word();
        };
    }

    static String command(Command command) {
        var words = new ArrayList<String>();
        command.words().forEach(w -> words.add(w.isEmpty() || w.chars().anyMatch(Character::isWhitespace) ? "'" + w + "'" : w));
        return String.join(" ", words);
    }

    static String runAs(RunAs runAs) {
        return (runAs.isMyself() ? "" : " as")
                + (runAs.user() instanceof Principal.Inherited ? "" : " uid " + principal(runAs.user()))
                + (runAs.group() instanceof Principal.Inherited ? "" : " gid " + principal(runAs.group()));
    }
}
