package jmonit.service;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.model.Command;
import jmonit.model.Presence;
import jmonit.model.Readings;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Unit;
import jmonit.os.Ended;
import jmonit.os.Files;
import jmonit.os.Launch;
import jmonit.os.Programs;
import jmonit.os.Running;

/**
 * Runs a program within the look and tells how it ended. Beside the metrics of the catalog there are the readings {@code started},
 * {@code duration}, and, where it had to be killed, {@code overdue} (how long it ran) and {@code pid}.
 */
public final class ProgramSampler implements Sampler {

    /** What Monit takes for the status of a program that ran too long. */
    private static final int KILLED = 9;
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Programs programs;
    private final ProgramPatterns patterns;
    private final Map<String, String> environment;

    /** {@code environment} is ours, which every program inherits. */
    public ProgramSampler(Programs programs, Files files, Map<String, String> environment) {
        this.programs = requireNonNull(programs, "programs");
        patterns = new ProgramPatterns(requireNonNull(files, "files"));
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Sample look(Look look) throws InterruptedException {
        var command = command(look.service());
        var limit = Math.toIntExact(look.limits().size("programOutput"));
        var running = programs.start(launch(look.service(), command, limit));
        var notes = new Readings.Notes().moment("started", look.now());
        return sample(look, ended(running, command, notes), notes, limit);
    }

    private static Command command(Service service) {
        if (service.subject() instanceof Subject.Program(Command command)) {
            return command;
        }
        throw new IllegalArgumentException("'" + service.name() + "' names no program");
    }

    private Launch launch(Service service, Command command, int limit) {
        var variables = new HashMap<>(environment);
        variables.put("MONIT_SERVICE", service.name());
        return new Launch(command.words(), command.runAs(), variables, limit + ProgramOutput.PIECE);
    }

    private static Ended ended(Running running, Command command, Readings.Notes notes) throws InterruptedException {
        try {
            var inTime = running.await(command.timeout());
            return inTime.isPresent() ? inTime.get() : killed(running, command, notes);
        } catch (InterruptedException e) {
            kill(running);
            throw e;
        }
    }

    private static Ended killed(Running running, Command command, Readings.Notes notes) throws InterruptedException {
        notes.amount("overdue", Unit.MILLISECONDS, command.timeout().toMillis());
        notes.count("pid", running.pid());
        var ended = running.kill(GRACE).orElseGet(() -> Ended.refused("it does not end even when it is killed"));
        return new Ended(new Ended.Killed(KILLED, false), ended.errors(), ended.output(), ended.took());
    }

    /** The look is over: nobody would read what it wrote when asked to end. */
    private static void kill(Running running) {
        try {
            running.kill(Duration.ZERO);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Sample sample(Look look, Ended ended, Readings.Notes notes, int limit) {
        return switch (ended.how()) {
            case Ended.Refused(String because) -> Sample.absent(
                    new Presence.Unreadable("failed to execute '" + command(look.service()).program() + "' -- " + because), look.trace());
            case Ended.Exited _, Ended.Killed _ -> {
                var content = ProgramOutput.of(ended.errors(), ended.output(), limit);
                notes.count("status", ended.status()).text("content", content).text("ended", ended.how().words())
                        .amount("duration", Unit.MILLISECONDS, ended.took().toMillis());
                yield new Sample(Presence.HERE, notes.readings(), patterns.answers(look.service(), content), look.trace());
            }
        };
    }
}
