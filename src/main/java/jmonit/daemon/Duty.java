package jmonit.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.catalog.Sampler;
import jmonit.engine.Memory;
import jmonit.engine.Message;
import jmonit.engine.Monitor;
import jmonit.engine.Remembered;
import jmonit.engine.Request.Wish;
import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.LogTarget;
import jmonit.model.Origin;
import jmonit.model.Service;
import jmonit.os.Exits;
import jmonit.os.OwnSignal;
import jmonit.rule.Judge;

/** What the daemon lives for: watches what the control file names, until told to stop. */
public final class Duty implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(Duty.class);

    private static final String SYSTEM = "system";
    private static final Origin NOWHERE = new Origin("", 0);

    private final Crew crew;
    private final Origins origins;
    private final Watchman watchman;
    private final Hands.Office office = new Hands.Office(new Tickets(), new Tally());
    private final Desk reception;
    private final Reload reload;

    /**
     * Who does the work.
     *
     * @param boot names this run of the machine
     */
    public record Crew(Map<String, Sampler> samplers, Map<String, Judge> judges, Means means, ActionEnvironment environment,
            Exits exits, Memory memory, String boot, Crier crier) {
    }

    /**
     * What is watched, and who watches.
     *
     * @param program name and version, as the log tells them
     * @param path where the control file is
     * @param machine the name of the machine, for a control file that does not name it
     * @param faces what the daemon shows of itself
     */
    public record Origins(String program, String machine, String path, ControlFile controlFile, ControlFileSource source, Log log, Faces faces) {
    }

    public Duty(Crew crew, Origins origins) {
        this.crew = crew;
        this.origins = origins;
        this.watchman = new Watchman(crew.means().clock(), crew.means().ticker());
        this.reload = new Reload(origins.source(), this::take);
        this.reception = new Reception(watchman, office, new Ordered());
    }

    @Override
    public boolean once() {
        var well = new AtomicBoolean();
        Remembered remembered = remembered();
        during(remembered, List::of, (monitor, hands) -> {
            serve(origins.controlFile(), List.of(), remembered.events());
            watchman.once(monitor, hands);
            well.set(monitor.well());
        });
        return well.get();
    }

    @Override
    public boolean act(String wish, List<String> services) {
        List<CompletableFuture<String>> replies = reception.ask(Wish.valueOf(wish.toUpperCase(Locale.ROOT)), services);
        Remembered remembered = remembered();
        during(remembered, List::of, (monitor, hands) -> {
            serve(origins.controlFile(), List.of(), remembered.events());
            watchman.act(monitor, hands);
        });
        return replies.stream().allMatch(reply -> reply.getNow("").isEmpty());
    }

    @Override
    public void watch() {
        Remembered remembered = remembered();
        prepare();
        String system = system(origins.controlFile());
        if (delayed(remembered)) {
            LOG.info("'{}' {} started", system, origins.program());
            during(remembered, () -> stopped(system), (monitor, hands) -> watch(monitor, hands, remembered.events()));
        } else {
            stopped(system);
        }
    }

    private void serve(ControlFile controlFile, List<Event> events, List<Event> past) {
        var occasion = new Crier.Occasion(system(controlFile), crew.means().clock().instant(), events, past);
        crew.crier().serve(controlFile, reception, occasion);
    }

    private List<Event> stopped(String system) {
        LOG.info("'{}' {} stopped", system, origins.program());
        return List.of(instance(system, "stopped", "stop"));
    }

    /** Something happened to the daemon itself. */
    private Event instance(String system, String what, String action) {
        return new Event(crew.means().clock().instant(), system, SYSTEM, EventKind.INSTANCE, Event.Side.CHANGED, origins.program() + " " + what,
                action, NOWHERE);
    }

    private void watch(Monitor monitor, Hands hands, List<Event> past) throws InterruptedException {
        serve(origins.controlFile(), List.of(instance(system(origins.controlFile()), "started", "start")), past);
        try (Faces faces = origins.faces()) {
            faces.prepare();
            faces.show(origins.controlFile(), crew.means().clock().instant(), reception);
            if (Mirror.in(origins.controlFile())) {
                faces.settle();
            }
            watchman.watch(monitor, hands);
        }
    }

    /** After a start of the machine others may need their time to come up. Whether there is still something to watch then. */
    private boolean delayed(Remembered remembered) {
        long seconds = origins.controlFile().settings().poll().startDelay();
        boolean sameRun = !crew.boot().isEmpty() && remembered.boot().equals(crew.boot());
        if (seconds == 0 || sameRun) {
            return true;
        }
        LOG.info("Monit will delay for {}s on first start after reboot ...", seconds);
        try {
            return watchman.delayed(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String system(ControlFile controlFile) {
        return controlFile.services().stream().filter(s -> s.type().equals(SYSTEM)).map(s -> s.name()).findFirst()
                .orElse(origins.machine());
    }

    private interface Watch {
        void keep(Monitor monitor, Hands hands) throws InterruptedException;
    }

    private void during(Remembered remembered, Supplier<List<Event>> farewell, Watch watch) {
        boolean rebooted = !remembered.boot().isEmpty() && !remembered.boot().equals(crew.boot());
        var monitor = new Monitor(origins.controlFile(), crew.judges(), remembered, rebooted, watchman.now());
        try (var hands = Hands.of(crew, origins.controlFile().settings(), watchman, office)) {
            watch.keep(monitor, hands);
            hands.last(monitor);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        crew.crier().close(monitor.snapshot(crew.means().clock().instant()), farewell.get());
    }

    /** Without its memory a daemon is of more use than none. */
    private Remembered remembered() {
        try {
            return crew.memory().load();
        } catch (IOException e) {
            LOG.error("Starting without what was known before -- {}", e.getMessage());
            return Remembered.NOTHING;
        }
    }

    /** What cannot be made is complained about when it cannot be written. */
    private void prepare() {
        try {
            crew.memory().prepare();
        } catch (IOException e) {
            LOG.debug("The state is not kept yet -- {}", e.getMessage());
        }
    }

    @Override
    public void told(OwnSignal signal) {
        switch (signal) {
            case STOP -> watchman.stop();
            case WAKE -> watchman.wake();
            case RELOAD -> reload.begin();
        }
    }

    /** At the desk; the log says the same as after a signal. */
    private final class Ordered implements Reception.Orders {

        @Override
        public CompletableFuture<String> reload() {
            LOG.info("Reinitializing Monit -- control file '{}'", origins.path());
            origins.log().reopen();
            return reload.begin();
        }

        @Override
        public void wake() {
            LOG.info("Awakened by User defined signal 1");
            watchman.wake();
        }

        @Override
        public void stop() {
            LOG.info("Monit daemon with pid [{}] stopped", ProcessHandle.current().pid());
            watchman.stop();
        }
    }

    private void take(ControlFile controlFile) {
        reopen(controlFile.settings().files().log());
        Set<String> names = controlFile.services().stream().map(Service::name).collect(Collectors.toSet());
        crew.samplers().values().forEach(s -> s.retain(names));
        watchman.tell(new Message.Reloaded(controlFile));
        origins.faces().show(controlFile, crew.means().clock().instant(), reception);
        String system = system(controlFile);
        LOG.info("'{}' {} reloaded", system, origins.program());
        serve(controlFile, List.of(instance(system, "reloaded", "start")), List.of());
    }

    private void reopen(LogTarget target) {
        try {
            origins.log().open(target);
        } catch (IOException e) {
            LOG.error("The log goes on where it was -- {}", e.getMessage());
        }
    }
}
