package jmonit.service;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.model.Presence;
import jmonit.model.Readings.Notes;
import jmonit.model.Sample;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.os.CpuTicks;
import jmonit.os.CpuTicks.Kind;
import jmonit.os.MachineState;
import jmonit.os.Vitals;

/** Looks at this machine as a whole. */
public final class SystemSampler implements Sampler {

    private static final String INITIALIZING = "needs two looks";

    private static final Map<Kind, String> KEYS =
            Arrays.stream(Kind.values()).collect(Collectors.toUnmodifiableMap(k -> k, k -> "cpu." + k.name().toLowerCase(Locale.ROOT)));

    private final Vitals vitals;

    public SystemSampler(Vitals vitals) {
        this.vitals = requireNonNull(vitals, "vitals");
    }

    @Override
    public Sample look(Look look) {
        try {
            return sample(look, vitals.now());
        } catch (IOException e) {
            return Sample.absent(new Presence.Unreadable(e.getMessage()), look.trace());
        }
    }

    private static Sample sample(Look look, MachineState state) {
        var notes = new Notes();
        var rates = new Rates(Rates.since(look.now().minus(state.uptime()), look.trace()), look.now());
        load(notes, state);
        cpu(notes, rates, state.cpu());
        memory(notes, state.memory());
        files(notes, state.files());
        time(notes, state.uptime(), look.now());
        return new Sample(Presence.HERE, notes.readings(), Map.of(), new Trace(rates.notes()));
    }

    private static void load(Notes notes, MachineState state) {
        var load = state.load();
        var cores = state.cores();
        notes.amount("loadavg.1", Unit.LOAD, load.one()).amount("loadavg.5", Unit.LOAD, load.five())
                .amount("loadavg.15", Unit.LOAD, load.fifteen());
        notes.amount("loadavg.1.core", Unit.LOAD, load.one() / cores).amount("loadavg.5.core", Unit.LOAD, load.five() / cores)
                .amount("loadavg.15.core", Unit.LOAD, load.fifteen() / cores);
        notes.count("cores", cores);
    }

    /** Guests' time stands in user and nice already, so it is no part of the whole. */
    private static void cpu(Notes notes, Rates rates, CpuTicks ticks) {
        var growth = new EnumMap<Kind, Long>(Kind.class);
        for (var kind : Kind.values()) {
            growth.put(kind, rates.growth(key(kind), ticks.of(kind)));
        }
        var whole = growth.values().stream().mapToLong(Long::longValue).sum() - growth.get(Kind.GUEST) - growth.get(Kind.GUESTNICE);
        for (var kind : Kind.values()) {
            share(notes, rates, kind, growth.get(kind), whole);
        }
        // As with Monit, time at low priority and in interrupts is no part of "cpu usage", and the first look tells 0.
        var busy = growth.get(Kind.USER) + growth.get(Kind.SYSTEM);
        notes.amount("cpu", Unit.PERCENT, percent(rates.first() ? 0 : busy, whole));
    }

    private static void share(Notes notes, Rates rates, Kind kind, long ticks, long whole) {
        if (kind == Kind.IDLE) {
            return;
        }
        if (rates.first() || whole <= 0) {
            notes.absent(key(kind), Unit.PERCENT, INITIALIZING);
        } else {
            notes.amount(key(kind), Unit.PERCENT, percent(ticks, whole));
        }
    }

    private static String key(Kind kind) {
        return KEYS.get(kind);
    }

    private static void memory(Notes notes, MachineState.Memory memory) {
        notes.amount("memory", Unit.BYTES, memory.used()).amount("memory", Unit.PERCENT, percent(memory.used(), memory.total()));
        notes.amount("memory.total", Unit.BYTES, memory.total());
        notes.amount("swap", Unit.BYTES, memory.swapUsed()).amount("swap", Unit.PERCENT, percent(memory.swapUsed(), memory.swapTotal()));
        notes.amount("swap.total", Unit.BYTES, memory.swapTotal());
    }

    private static void files(Notes notes, MachineState.OpenFiles files) {
        notes.count("filedescriptors", files.open()).amount("filedescriptors", Unit.PERCENT, percent(files.open(), files.limit()));
        notes.count("filedescriptors.unused", files.unused()).count("filedescriptors.limit", files.limit());
    }

    private static void time(Notes notes, Duration uptime, Instant now) {
        notes.amount("uptime", Unit.MILLISECONDS, uptime.toSeconds() * 1000).moment("boot", now.minus(uptime));
    }

    private static double percent(double part, double whole) {
        return whole > 0 ? 100 * part / whole : 0;
    }
}
