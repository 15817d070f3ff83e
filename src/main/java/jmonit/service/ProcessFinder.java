package jmonit.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jmonit.model.Subject;
import jmonit.os.CommandLine;
import jmonit.os.Files;
import jmonit.os.ProcessFacts;
import jmonit.os.Processes;
import jmonit.regex.Expression;
import jmonit.regex.Invalid;

/** Finds the process that a service is about, as Monit would. */
final class ProcessFinder {

    private static final long LARGEST_PIDFILE = 64 << 10;
    // Long enough for all services of one cycle to share a table, too short for a start command to be missed.
    private static final Duration SHARED = Duration.ofMillis(200);
    // Age decides. Of those that began in the same tick the first one has the lower pid.
    private static final Comparator<ProcessFacts> OLDEST = Comparator.<ProcessFacts>comparingLong(f -> f.id().start())
            .thenComparingInt(ProcessFacts::pid);

    private final Files files;
    private final Processes processes;

    ProcessFinder(Files files, Processes processes) {
        this.files = files;
        this.processes = processes;
    }

    /** @param known the process of the last look as {@link jmonit.os.ProcessId} prints it, or empty */
    Found find(Subject subject, String known) throws InterruptedException {
        return switch (subject) {
            case Subject.PidFile(String path) -> byPidFile(path, known);
            case Subject.Matching(String regex) -> byPattern(regex, known);
            default -> throw new IllegalArgumentException("no process is found by " + subject);
        };
    }

    /** As Monit does: as long as the process of the last look lives, that is the one, whatever becomes of the pidfile. */
    private Found byPidFile(String path, String known) {
        return alive(known).<Found>map(Found.Running::new).orElseGet(() -> byPidFile(path));
    }

    private Found byPidFile(String path) {
        try {
            var pid = number(new String(files.read(path, LARGEST_PIDFILE), StandardCharsets.ISO_8859_1).strip());
            return pid.map(p -> byPid(p, path)).orElseGet(() -> new Found.Nowhere(path + " holds no process id"));
        } catch (IOException e) {
            return new Found.Nowhere(e.getMessage());
        }
    }

    private Found byPid(int pid, String path) {
        return processes.find(pid).<Found>map(Found.Running::new)
                .orElseGet(() -> new Found.Ended(pid, path + " names process " + pid + ", which does not exist"));
    }

    /** The digits a text begins with, whatever follows them: scripts write all sorts of things after the pid. */
    private static Optional<Integer> number(String text) {
        var end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (end == 0) {
            // Asked of every process that was not known before: an exception takes longer than all of the rest.
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(text.substring(0, end))).filter(pid -> pid > 0);
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private Found byPattern(String regex, String known) throws InterruptedException {
        var expression = switch (Expression.parse(regex)) {
            case Expression valid -> valid;
            case Invalid invalid -> throw new IllegalStateException("the control file was read with a wrong pattern: " + invalid);
        };
        var kept = kept(expression, known);
        return kept.isPresent() ? new Found.Running(kept.get()) : chosen(regex, expression);
    }

    /** The process of the last look, if it is still that one: others that match are younger, unless they have changed their name since. */
    private Optional<ProcessFacts> kept(Expression expression, String known) {
        return alive(known)
                .filter(facts -> processes.command(facts.pid()).filter(c -> expression.matches(c.words())).isPresent());
    }

    private Optional<ProcessFacts> alive(String known) {
        return number(known).flatMap(processes::find).filter(facts -> !facts.zombie() && facts.id().toString().equals(known));
    }

    private Found chosen(String regex, Expression expression) throws InterruptedException {
        var matching = processes.commands(SHARED).stream().filter(c -> expression.matches(c.words()))
                .map(CommandLine::pid).map(processes::find).flatMap(Optional::stream).toList();
        return topmost(matching).<Found>map(Found.Running::new).orElseGet(() -> new Found.Nowhere("no process matches " + regex));
    }

    private static Optional<ProcessFacts> topmost(List<ProcessFacts> matching) {
        var pids = matching.stream().map(ProcessFacts::pid).collect(Collectors.toSet());
        return matching.stream().filter(f -> !pids.contains(f.parent())).min(OLDEST).or(() -> matching.stream().min(OLDEST));
    }
}
