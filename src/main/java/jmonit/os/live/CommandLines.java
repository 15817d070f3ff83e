package jmonit.os.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import jmonit.os.CommandLine;

/** The command lines of all processes, read by the first who wants them and shared by all who come soon after. */
final class CommandLines {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One reading: those who come while it lasts wait for its end. */
    private record Round(long begun, FutureTask<List<CommandLine>> task) {

        boolean youngerThan(Duration age) {
            return System.nanoTime() - begun <= age.toNanos();
        }
    }

    private final AtomicReference<Optional<Round>> latest = new AtomicReference<>(Optional.empty());

    List<CommandLine> read(Duration age) throws InterruptedException {
        try {
            return round(age).task().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot read the command lines of processes", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("cannot read the command lines of processes within " + PATIENCE.toSeconds() + " s", e);
        }
    }

    private Round round(Duration age) {
        var known = latest.get();
        if (known.isPresent() && known.get().youngerThan(age)) {
            return known.get();
        }
        var fresh = new Round(System.nanoTime(), new FutureTask<>(CommandLines::all));
        if (!latest.compareAndSet(known, Optional.of(fresh))) {
            return round(age);
        }
        fresh.task().run();
        return fresh;
    }

    private static List<CommandLine> all() {
        var reader = new ProcessReader();
        return ProcessReader.pids().mapToObj(reader::command).flatMap(Optional::stream).toList();
    }
}
