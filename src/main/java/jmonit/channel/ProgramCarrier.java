package jmonit.channel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jmonit.model.Command;
import jmonit.model.Event;
import jmonit.os.Ended;
import jmonit.os.Launch;
import jmonit.os.Programs;
import jmonit.os.Running;

/** Runs a program for each event, one at a time. What it exits with says what came of it. */
final class ProgramCarrier implements Carrier {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss", Locale.ROOT);
    /** EX_TEMPFAIL of sysexits(3). */
    private static final int LATER = 75;
    private static final int OUTPUT = 512;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Programs programs;
    private final Command command;
    private final Surroundings surroundings;

    /**
     * What it finds.
     *
     * @param inherited the variables that all our programs find
     */
    record Surroundings(Map<String, String> inherited, String host, ZoneId zone) {
    }

    ProgramCarrier(Programs programs, Command command, Surroundings surroundings) {
        this.programs = programs;
        this.command = command;
        this.surroundings = surroundings;
    }

    @Override
    public Reply tell(Told told) throws InterruptedException {
        String document = new String(Webhook.document(told, surroundings.host()), StandardCharsets.UTF_8);
        Running running = programs.start(new Launch(command.words(), command.runAs(), environment(told), OUTPUT, document + "\n"));
        try {
            Optional<Ended> ended = running.await(command.timeout());
            if (ended.isEmpty()) {
                running.kill(GRACE);
            }
            return ended.map(this::reply).orElseGet(() -> new Reply.Postponed(command.program() + " did not end in time"));
        } catch (InterruptedException e) {
            // Whoever comes after us runs it again: two at the same time would be one too many.
            running.kill(Duration.ZERO);
            throw e;
        }
    }

    private Reply reply(Ended ended) {
        String said = command.program() + ": " + ended.how().words() + output(ended);
        return switch (ended.how()) {
            case Ended.Exited(int status) when status == 0 -> new Reply.Taken();
            case Ended.Exited(int status) when status == LATER -> new Reply.Postponed(said);
            case Ended.Exited _, Ended.Killed _ -> new Reply.Refused(said);
            // It may be installed, or the machine may have room for it, a moment later.
            case Ended.Refused _ -> new Reply.Later(said, Duration.ZERO);
        };
    }

    private static String output(Ended ended) {
        String text = Said.line(ended.errors().isBlank() ? ended.output() : ended.errors());
        return text.isEmpty() ? "" : " -- " + text;
    }

    private Map<String, String> environment(Told told) {
        Event event = told.first();
        var roll = new Roll(told.events());
        var all = new HashMap<>(surroundings.inherited());
        put(all, "MONIT_SERVICE", told.several() ? roll.services() : event.service());
        put(all, "MONIT_HOST", surroundings.host());
        put(all, "MONIT_DATE", DATE.withZone(surroundings.zone()).format(event.at()));
        put(all, "MONIT_EVENT", told.several() ? roll.counts() : event.kind().words(event.side()));
        put(all, "MONIT_DESCRIPTION", told.several() ? Headline.text(told) : Headline.text(event));
        put(all, "JMONIT_EVENT_ID", Long.toString(event.id()));
        put(all, "JMONIT_TYPE", event.type());
        put(all, "JMONIT_KIND", event.kind().keyword());
        put(all, "JMONIT_SIDE", event.side().name().toLowerCase(Locale.ROOT));
        put(all, "JMONIT_ACTION", event.action());
        if (!told.facts().isEmpty()) {
            put(all, "JMONIT_CONTEXT", Facts.brief(told.facts()));
        }
        return all;
    }

    /** No variable can hold a NUL. */
    private static void put(Map<String, String> all, String name, String value) {
        all.put(name, value.replace('\0', ' '));
    }
}
