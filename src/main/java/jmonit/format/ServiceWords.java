package jmonit.format;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jmonit.catalog.Catalog;
import jmonit.model.Command;
import jmonit.model.Mode;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Subject;

/** A service as a control file says it, with what nobody wrote but holds. */
final class ServiceWords {

    private static final String INDENT = "    ";

    private final RuleWords rules;
    private final StringBuilder out;

    ServiceWords(Catalog catalog, StringBuilder out) {
        this.rules = new RuleWords(catalog);
        this.out = out;
    }

    void write(Service service) {
        out.append("\ncheck ").append(service.type()).append(' ').append(RuleWords.word(service.name())).append(subject(service.subject())).append('\n');
        program("start", service.commands().start());
        program("stop", service.commands().stop());
        program("restart", service.commands().restart());
        care(service.care());
        service.rules().forEach(r -> rule(rules.of(service, r)));
        new ConfigurationText(out).recipients(INDENT + "alert ", service.recipients());
    }

    private void line(String text) {
        out.append(INDENT).append(text).append('\n');
    }

    private void rule(String words) {
        if (!words.isEmpty()) {
            line(words);
        }
    }

    private static String subject(Subject subject) {
        return switch (subject) {
            case Subject.PidFile(String path) -> " with pidfile " + RuleWords.word(path);
            case Subject.Matching(String regex) -> " matching " + RuleWords.quoted(regex);
            case Subject.Path(String path) -> " with path " + RuleWords.word(path);
            case Subject.Address(String host) -> " with address " + RuleWords.word(host);
            case Subject.Interface(String name, boolean byAddress) -> (byAddress ? " with address " : " with interface ") + RuleWords.word(name);
            case Subject.Program(Command command) -> " with path " + RuleWords.quoted(RuleWords.command(command))
                    + " timeout " + LimitWords.time(command.timeout());
            case Subject.Machine _ -> "";
        };
    }

    private void program(String word, List<Command> commands) {
        commands.forEach(c -> line(word + " program = " + RuleWords.quoted(RuleWords.command(c)) + RuleWords.runAs(c.runAs())
                + " with timeout " + LimitWords.time(c.timeout())));
    }

    private void care(Service.Care care) {
        care.groups().forEach(g -> line("group " + RuleWords.word(g)));
        care.dependsOn().forEach(d -> line("depends on " + RuleWords.word(d.name())));
        if (care.mode() == Mode.PASSIVE) {
            line("mode passive");
        }
        line("onreboot " + care.onReboot().name().toLowerCase(Locale.ROOT));
        rule(every(care.schedule()));
    }

    private static String every(Schedule schedule) {
        return switch (schedule) {
            case Schedule.EveryCycle _ -> "";
            case Schedule.EveryNth(long cycles) -> "every " + cycles + " cycles";
            case Schedule.Interval(Duration length) -> "every " + LimitWords.time(length);
            case Schedule.Cron(String fields, boolean negated) -> (negated ? "not " : "") + "every \"" + fields + "\"";
        };
    }
}
