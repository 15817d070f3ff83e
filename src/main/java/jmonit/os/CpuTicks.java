package jmonit.os;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;

/** Clock ticks of all processors since the start of the machine, by what they were spent on. */
public record CpuTicks(Map<Kind, Long> spent) {

    /** In the order of /proc/stat. A guest's time is counted as user or nice as well. */
    public enum Kind {
        USER, NICE, SYSTEM, IDLE, WAIT, HARDIRQ, SOFTIRQ, STEAL, GUEST, GUESTNICE
    }

    public CpuTicks {
        spent = Map.copyOf(requireNonNull(spent, "spent"));
    }

    /** Numbers in the order of the kinds; an old kernel tells fewer, the rest is none. */
    public static CpuTicks of(long... ticks) {
        var spent = new EnumMap<Kind, Long>(Kind.class);
        for (var kind : Kind.values()) {
            spent.put(kind, kind.ordinal() < ticks.length ? ticks[kind.ordinal()] : 0);
        }
        return new CpuTicks(spent);
    }

    public long of(Kind kind) {
        return spent.getOrDefault(kind, 0L);
    }
}
