package jmonit.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.EventKind;
import jmonit.model.Origin;

/** A question that was asked over the network, with its answer. {@code rule} is the place of the rule that asked. */
record Probe<Q>(int rule, Origin origin, Q question, Answer answer) {

    static final Answer NOT_ASKED = new Answer.Skipped("not asked");
    /** Another rule about the time an answer takes does not count. */
    private static final Set<EventKind> UNWELL = Set.of(EventKind.CONNECTION, EventKind.TIMESTAMP, EventKind.ICMP);

    static List<Probe<Condition.Pinged>> pings(State state) {
        return all(state, Condition.Pinged.class);
    }

    static List<Probe<Condition.Connected>> ports(State state) {
        return all(state, Condition.Connected.class).stream().filter(p -> connection(p).endpoint() instanceof Endpoint.Inet).toList();
    }

    static List<Probe<Condition.Connected>> sockets(State state) {
        return all(state, Condition.Connected.class).stream().filter(p -> connection(p).endpoint() instanceof Endpoint.Unix).toList();
    }

    static Connection connection(Probe<Condition.Connected> probe) {
        return probe.question().connection();
    }

    /** The last one written comes first, as with Monit. */
    private static <Q> List<Probe<Q>> all(State state, Class<Q> kind) {
        var rules = state.view().service().rules();
        var probes = new ArrayList<Probe<Q>>();
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (kind.isInstance(rules.get(i).when())) {
                probes.add(new Probe<>(i, rules.get(i).origin(), kind.cast(rules.get(i).when()), answer(state, i)));
            }
        }
        return probes;
    }

    private static Answer answer(State state, int rule) {
        return state.view().seen().isEmpty() ? NOT_ASKED : state.view().seen().getFirst().answers().getOrDefault(rule, NOT_ASKED);
    }

    /** An answer can come and yet not be the one that was wanted; one that did not come can be within its window. */
    Ink ink(State state) {
        return state.failure(origin, UNWELL).isPresent() ? Ink.FAILED : Ink.VALUE;
    }
}
