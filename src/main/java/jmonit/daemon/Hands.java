package jmonit.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.engine.Effect;
import jmonit.engine.Severity;
import jmonit.engine.Message;
import jmonit.engine.Monitor;
import jmonit.engine.Step;
import jmonit.engine.Watched;
import jmonit.model.Limits;
import jmonit.model.Settings;
import jmonit.os.Exits;
import jmonit.os.ProcessId;

/**
 * Carries out what the engine wants, in its order; programs last, when the state is on disk. Nothing here waits: whatever takes time has
 * threads of its own.
 */
final class Hands implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit");

    private final Looker looker;
    private final Performer performer;
    private final Saver saver;
    private final Exits exits;
    private final Teller teller;
    private final Watchman watchman;
    private final Office office;
    private final String boot;
    private final List<Step> deeds = new ArrayList<>();
    private final List<Long> assured = new ArrayList<>();
    private Limits limits;
    private Deadline deadline = Deadline.NONE;

    /** Who carries out what is wanted of the machine. */
    record Crew(Looker looker, Performer performer, Saver saver, Exits exits, Crier crier) {
    }

    /** Who keeps what is told to those outside. */
    record Office(Tickets tickets, Tally tally) {
    }

    Hands(Crew crew, Watchman watchman, Office office, String boot, Limits limits) {
        this.looker = crew.looker();
        this.performer = crew.performer();
        this.saver = crew.saver();
        this.exits = crew.exits();
        this.teller = new Teller(crew.crier());
        this.watchman = watchman;
        this.office = office;
        this.boot = boot;
        this.limits = limits;
    }

    static Hands of(Duty.Crew crew, Settings settings, Watchman watchman, Office office) {
        Consumer<Message> inbox = watchman::take;
        var hands = new Crew(
                new Looker(crew.samplers(), crew.means().clock(), (int) settings.limits().count("checksInFlight"), inbox),
                new Performer(crew.means(), crew.samplers(), crew.environment(), inbox),
                new Saver(crew.memory()), crew.exits(), crew.crier());
        return new Hands(hands, watchman, office, crew.boot(), settings.limits());
    }

    /** A mistake of ours about one effect must not take the others along. */
    void carryOut(List<Effect> effects) {
        for (Effect effect : effects) {
            try {
                carryOut(effect);
            } catch (RuntimeException e) {
                LOG.error("A fault in jmonit: {} was not carried out", effect, e);
            }
        }
    }

    private void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Say(Severity level, String text) -> say(level, text);
            case Effect.Look(long number, var service, var trace) -> looker.look(number, service, limits, trace);
            case Effect.Perform(var step) -> deeds.add(step);
            case Effect.Watch(Watched process) -> watch(process);
            case Effect.Unwatch(Watched process) -> exits.unwatch(id(process));
            case Effect.Limits(Limits changed) -> limits = changed;
            case Effect.Reply(long ticket, String refused) -> office.tickets().settle(ticket, refused);
            case Effect.Assure(long ticket) -> assured.add(ticket);
            case Effect.Announce news -> announce(news);
            case Effect.Still still -> teller.remind(still);
            case Effect.Persist(var urgency) -> deadline = deadline.by(urgency, watchman.elapsed());
        }
    }

    private void announce(Effect.Announce news) {
        office.tally().add(news.event().kind());
        teller.hear(news);
    }

    private static void say(Severity level, String text) {
        switch (level) {
            case ERROR -> LOG.error(text);
            case WARNING -> LOG.warn(text);
            case INFO -> LOG.info(text);
            case DEBUG -> LOG.debug(text);
        }
    }

    private void watch(Watched process) {
        try {
            exits.watch(id(process), _ -> watchman.tell(new Message.Exited(process)));
        } catch (IOException e) {
            LOG.debug("The end of process {} is noticed in the next cycle only -- {}", process.pid(), e.getMessage());
        }
    }

    private static ProcessId id(Watched process) {
        return new ProcessId((int) process.pid(), process.start());
    }

    /** At the end. */
    void last(Monitor monitor) {
        teller.tell(saver.save(monitor.remember(boot)));
    }

    /** When there is something to do between messages. */
    Duration nextDue() {
        return deadline.due();
    }

    /** Between messages: what is new is saved, once for all of them. */
    void rest(Monitor monitor) {
        Duration now = watchman.elapsed();
        if (deeds.isEmpty() && assured.isEmpty() && deadline.due().compareTo(now) > 0) {
            return;
        }
        deadline = deadline.met(now);
        Saver.Receipt saved = saver.save(monitor.remember(boot));
        teller.tell(saved);
        // What was begun is on disk before it begins, so that it is not begun again after a kill.
        if (!deeds.isEmpty()) {
            performer.perform(List.copyOf(deeds), limits, saved);
            deeds.clear();
        }
        if (!assured.isEmpty()) {
            assure(List.copyOf(assured), saved);
            assured.clear();
        }
    }

    /** What an operator was promised is kept, also if we are killed right after it. */
    private void assure(List<Long> tickets, Saver.Receipt saved) {
        Thread.ofVirtual().name("jmonit-assure").start(() -> {
            try {
                saved.await();
                tickets.forEach(t -> office.tickets().settle(t, ""));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        looker.close();
        // What is to be performed waits for the saver.
        saver.close();
        teller.close();
        performer.close();
        exits.close();
        office.tickets().close();
    }
}
