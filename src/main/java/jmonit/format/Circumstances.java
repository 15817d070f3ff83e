package jmonit.format;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import jmonit.catalog.Catalog;
import jmonit.model.Attempt;
import jmonit.model.Context;
import jmonit.model.Event;
import jmonit.model.Fact;
import jmonit.model.Reading;
import jmonit.model.Readings;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.model.Unit;

/** What is told along with an event: the rule in words, the last readings, how a program ended, what was done and how that went. */
public final class Circumstances {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int MOST_FIGURES = 16;
    /** Of the output of a program its end counts. */
    private static final int MOST_LINES = 20;
    private static final int LONGEST = 2000;

    private final RuleWords words;
    private final Secrets secrets;
    private final ZoneId zone;

    public Circumstances(Catalog catalog, Secrets secrets, ZoneId zone) {
        this.words = new RuleWords(catalog);
        this.secrets = secrets;
        this.zone = zone;
    }

    public List<Fact> of(Event event, Context context) {
        return switch (context) {
            case Context.None _ -> List.of();
            case Context.Known known -> facts(event, known);
        };
    }

    private List<Fact> facts(Event event, Context.Known known) {
        var facts = new ArrayList<Fact>();
        add(facts, "rule", rule(event, known.service(), known.rule()));
        add(facts, "readings", readings(known.readings()));
        if (known.service().type().equals("program")) {
            add(facts, "exit", exit(known.readings()));
            add(facts, "output", output(event, known.readings()));
        }
        add(facts, "done", done(known.attempts()));
        return facts;
    }

    private void add(List<Fact> facts, String name, String text) {
        if (!text.isBlank()) {
            facts.add(new Fact(name, secrets.masked(text.strip())));
        }
    }

    /** In the words of the language; what nobody wrote is a rule of the service. */
    private String rule(Event event, Service service, List<Rule> rules) {
        String written = rules.stream().map(r -> words.of(service, r)).findFirst().orElse("");
        String text = written.isEmpty() ? "check " + service.type() + " " + service.name() : written;
        return event.origin().file().isEmpty() ? text : text + " (" + event.origin().file() + ":" + event.origin().line() + ")";
    }

    private String readings(Readings readings) {
        return Figures.all(readings).stream().filter(f -> !(f.reading() instanceof Reading.Absent)).limit(MOST_FIGURES)
                .map(f -> f.label() + " " + f.text(zone)).collect(Collectors.joining(", "));
    }

    private static String exit(Readings readings) {
        Optional<String> overdue = readings.amount("overdue", Unit.MILLISECONDS)
                .map(ms -> "did not end within " + Amounts.time(Duration.ofMillis(ms.longValue())) + " and was killed");
        return overdue.or(() -> readings.text("ended")).orElse("");
    }

    /** Unless that is what the event says anyway. */
    private String output(Event event, Readings readings) {
        String text = readings.text("content").orElse("").strip();
        return event.because().contains(text) ? "" : end(text);
    }

    /** Without secrets: what is left of one that is cut is none that could be found. */
    private String end(String whole) {
        String text = secrets.masked(whole);
        List<String> lines = text.lines().toList();
        String last = String.join("\n", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
        return last.length() <= LONGEST ? last : "..." + last.substring(last.length() - LONGEST);
    }

    private String done(List<Attempt> attempts) {
        return attempts.stream().map(this::done).collect(Collectors.joining("\n"));
    }

    private String done(Attempt attempt) {
        String begin = TIME.withZone(zone).format(attempt.at()) + " " + attempt.deed();
        String how = attempt.how().isEmpty() ? "" : ", " + attempt.how();
        return switch (attempt.progress()) {
            case UNDER_WAY -> begin + ": under way";
            case DONE -> begin + ": done after " + Amounts.time(rounded(attempt.took())) + how;
            case FAILED -> begin + ": failed after " + Amounts.time(rounded(attempt.took())) + how
                    + (attempt.because().isBlank() ? "" : " -- " + end(attempt.because().strip()));
        };
    }

    private static Duration rounded(Duration time) {
        return Duration.ofMillis(time.toMillis());
    }
}
