package jmonit.format;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jmonit.catalog.Catalog;
import jmonit.json.JsonWriter;
import jmonit.model.Answer;
import jmonit.model.Command;
import jmonit.model.Condition;
import jmonit.model.Event;
import jmonit.model.Readings.Key;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.model.Snapshot;
import jmonit.model.Snapshot.Failure;
import jmonit.model.Snapshot.View;
import jmonit.model.Subject;

/** Everything about one service, for programs. */
public final class ServiceJson {

    private static final int MOST_EVENTS = 50;
    private static final int MOST_OUTPUT = 64 * 1024;
    private static final double NANOS = 1e9;

    private final Catalog catalog;
    private final Instance instance;
    private final RuleWords words;

    public ServiceJson(Catalog catalog, Instance instance) {
        this.catalog = catalog;
        this.instance = instance;
        this.words = new RuleWords(catalog);
    }

    public void write(Snapshot snapshot, View view, JsonWriter out) {
        var service = view.service();
        out.object();
        new ServiceFields(catalog, instance, snapshot).write(view, Figures.of(view), out);
        rules(view, out);
        answers(view, out);
        maybe("output", output(view), out);
        commands(service, out);
        out.field("target", target(service.subject())).field("file", service.origin().file()).field("line", service.origin().line());
        events(snapshot, service.name(), out);
        out.end();
    }

    private static void maybe(String name, Optional<String> text, JsonWriter out) {
        out.name(name);
        text.ifPresentOrElse(out::value, out::nothing);
    }

    private void rules(View view, JsonWriter out) {
        out.name("rules").array();
        for (Rule rule : view.service().rules()) {
            String text = words.of(view.service(), rule);
            if (!text.isEmpty()) {
                rule(view, rule, text, out);
            }
        }
        out.end();
    }

    private void rule(View view, Rule rule, String text, JsonWriter out) {
        Optional<Failure> failure = new State(view).looked()
                ? view.failures().stream().filter(f -> f.rule().contains(rule)).findFirst() : Optional.empty();
        out.object().field("text", text).field("file", rule.origin().file()).field("line", rule.origin().line())
                .field("failing", failure.isPresent()).field("because", failure.map(Failure::because).orElse(""));
        failure.ifPresentOrElse(f -> Nodes.moment("since", f.since(), out), () -> out.name("since").nothing());
        limit(view, rule.when(), out);
        out.field("action", rule.then().word()).end();
    }

    private void limit(View view, Condition condition, JsonWriter out) {
        if (condition instanceof Condition.Threshold(String metric, var comparison, var limit)) {
            var key = new Key(metric, limit.unit());
            out.name("reading");
            reading(view, key).ifPresentOrElse(f -> Nodes.reading(f, instance.place().zone(), out), out::nothing);
            out.field("comparison", comparison.sign()).name("limit");
            Nodes.number(limit.value(), out);
            out.field("limitText", LimitWords.of(limit));
        } else {
            out.name("reading").nothing().name("comparison").nothing().name("limit").nothing().name("limitText").nothing();
        }
    }

    private static Optional<Figure> reading(View view, Key key) {
        return new State(view).known() && view.readings().values().containsKey(key)
                ? Optional.of(new Figure(key.id(), key, Figures.label(key), view.readings().of(key.metric(), key.unit()))) : Optional.empty();
    }

    private void answers(View view, JsonWriter out) {
        out.name("answers").array();
        List<Rule> rules = view.service().rules();
        for (int i = 0; i < rules.size() && !view.seen().isEmpty(); i++) {
            if (Figures.asks(rules.get(i).when())) {
                answer(rules.get(i).when(), view.seen().getFirst().answers().getOrDefault(i, Probe.NOT_ASKED), out);
            }
        }
        out.end();
    }

    private void answer(Condition asked, Answer answer, JsonWriter out) {
        out.object().field("text", asked(asked));
        switch (answer) {
            case Answer.Succeeded(Duration took, _, _) -> answer(took, out);
            case Answer.Certified(Duration took, _, _, _) -> answer(took, out);
            case Answer.Failed(String because) -> answer(because, out);
            case Answer.Skipped(String because) -> answer(because, out);
            case Answer.Lines _, Answer.Sum _ -> answer("not asked", out);
        }
        out.end();
    }

    private String asked(Condition condition) {
        return switch (condition) {
            case Condition.Pinged(var ping, _) -> ConnectionWords.ping(ping);
            case Condition.Connected(var connection, _) -> ConnectionLines.place(connection, "[", "]")
                    + (connection.tls().used() ? " using TLS" : "") + " protocol " + ConnectionLines.label(catalog, connection);
            default -> "";
        };
    }

    private static void answer(Duration took, JsonWriter out) {
        out.field("ok", true).field("seconds", took.toNanos() / NANOS).field("reason", "");
    }

    private static void answer(String because, JsonWriter out) {
        out.field("ok", false).name("seconds").nothing().field("reason", because);
    }

    /** What a program said last. */
    private static Optional<String> output(View view) {
        return view.service().subject() instanceof Subject.Program
                ? view.readings().text("content").map(Amounts::clean).map(t -> t.length() > MOST_OUTPUT ? t.substring(0, MOST_OUTPUT) : t)
                : Optional.empty();
    }

    private static void commands(Service service, JsonWriter out) {
        var commands = service.commands();
        out.name("commands").object();
        command("start", commands.start(), out);
        command("stop", commands.stop(), out);
        command("restart", commands.restart(), out);
        out.end();
    }

    private static void command(String name, List<Command> command, JsonWriter out) {
        maybe(name, command.stream().map(RuleWords::command).findFirst(), out);
    }

    private String target(Subject subject) {
        return switch (subject) {
            case Subject.PidFile(String path) -> path;
            case Subject.Matching(String regex) -> regex;
            case Subject.Path(String path) -> path;
            case Subject.Address(String host) -> host;
            case Subject.Interface(String name, _) -> name;
            case Subject.Program(Command command) -> RuleWords.command(command);
            case Subject.Machine _ -> instance.place().host();
        };
    }

    private static void events(Snapshot snapshot, String service, JsonWriter out) {
        out.name("events").array();
        snapshot.events().reversed().stream().filter((Event e) -> e.service().equals(service)).limit(MOST_EVENTS).forEach(e -> Nodes.event(e, out));
        out.end();
    }
}
