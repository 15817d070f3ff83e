package jmonit.os;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Programs that end as a test says, or never by themselves. Remembers what was started and what was killed. */
public final class FakePrograms implements Programs {

    public static final long PID = 4711;

    private final Map<String, Ended> endings = new ConcurrentHashMap<>();
    private final Map<String, BooleanSupplier> patient = new HashMap<>();
    private final Set<String> interrupting = new HashSet<>();
    private final List<Launch> started = new CopyOnWriteArrayList<>();
    private final List<String> killed = new ArrayList<>();
    private final Consumer<Duration> waiting;

    /** Whoever waits in vain for the end of a program lets so much time pass. */
    public FakePrograms(Consumer<Duration> waiting) {
        this.waiting = waiting;
    }

    public FakePrograms ends(String program, int status, String errors, String output) {
        return ends(program, new Ended(new Ended.Exited(status), errors, output, Duration.ofMillis(20)));
    }

    public FakePrograms ends(String program, Ended ended) {
        endings.put(program, ended);
        return this;
    }

    /** Well, but only from then on. */
    public FakePrograms endsAfter(String program, BooleanSupplier over) {
        patient.put(program, over);
        return ends(program, 0, "", "");
    }

    /** Whoever waits for it is interrupted. */
    public FakePrograms interrupts(String program) {
        interrupting.add(program);
        return this;
    }

    public List<Launch> started() {
        return List.copyOf(started);
    }

    public List<String> killed() {
        return List.copyOf(killed);
    }

    @Override
    public Running start(Launch launch) {
        started.add(launch);
        return new Script(launch.program());
    }

    private final class Script implements Running {

        private final String program;

        private Script(String program) {
            this.program = program;
        }

        @Override
        public long pid() {
            return PID;
        }

        @Override
        public Optional<Ended> await(Duration patience) throws InterruptedException {
            if (interrupting.contains(program)) {
                throw new InterruptedException();
            }
            Optional<Ended> ended = ended();
            if (ended.isEmpty()) {
                waiting.accept(patience);
            }
            return ended.or(this::ended);
        }

        private Optional<Ended> ended() {
            return Optional.ofNullable(endings.get(program)).filter(_ -> patient.getOrDefault(program, () -> true).getAsBoolean());
        }

        /** What a hanging program wrote before it was killed is "started". */
        @Override
        public Optional<Ended> kill(Duration grace) {
            killed.add(program);
            return Optional.of(new Ended(new Ended.Killed(9, false), "", "started\n", Duration.ofSeconds(3)));
        }
    }
}
