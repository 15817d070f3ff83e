package jmonit.service;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import jmonit.catalog.Look;
import jmonit.catalog.Sampler;
import jmonit.model.Answer;
import jmonit.model.Condition;
import jmonit.model.Presence;
import jmonit.model.Readings.Notes;
import jmonit.model.Sample;
import jmonit.model.Service;
import jmonit.model.Subject;
import jmonit.model.Trace;
import jmonit.model.Unit;
import jmonit.os.Interfaces;
import jmonit.os.Link;
import jmonit.os.Link.Duplex;
import jmonit.os.Link.Traffic;

/** Looks at a network interface: whether its link is up, and what goes through it. */
public final class NetworkSampler implements Sampler {

    private static final String HISTORY = "history";
    private static final String UP = "upload";
    private static final String DOWN = "download";

    private final Interfaces interfaces;

    public NetworkSampler(Interfaces interfaces) {
        this.interfaces = requireNonNull(interfaces, "interfaces");
    }

    @Override
    public Sample look(Look look) {
        try {
            return sample(look, interfaces.link(name(look.service())));
        } catch (IOException e) {
            return Sample.absent(new Presence.Unreadable("link data collection failed -- " + e.getMessage()), look.trace());
        }
    }

    private String name(Service service) throws IOException {
        return switch (service.subject()) {
            case Subject.Interface(String name, boolean byAddress) when !byAddress -> name;
            case Subject.Interface(String address, _) -> interfaces.withAddress(address)
                    .orElseThrow(() -> new IOException("Address " + address + " not found"));
            case Subject other -> throw new IllegalArgumentException("a network has an interface, not " + other);
        };
    }

    private static Sample sample(Look look, Link link) {
        var rates = new Rates(look.trace(), look.now());
        var notes = new Notes().text("link.state", link.up() ? "up" : "down");
        capacity(notes, link);
        direction(notes, UP, link.sent(), link, rates);
        direction(notes, DOWN, link.received(), link, rates);
        var left = new HashMap<>(rates.notes());
        var answers = sums(look, link, rates, left);
        return new Sample(Presence.HERE, notes.readings(), answers, new Trace(left));
    }

    private static void capacity(Notes notes, Link link) {
        if (link.bitsPerSecond() > 0) {
            notes.count("link.speed", link.bitsPerSecond());
        } else {
            notes.absent("link.speed", Unit.COUNT, "the link has no speed");
        }
        if (link.duplex() == Duplex.UNKNOWN) {
            notes.absent("link.duplex", Unit.COUNT, "the link has no mode");
        } else {
            notes.text("link.duplex", link.duplex() == Duplex.FULL ? "full" : "half");
        }
    }

    private static void direction(Notes notes, String name, Traffic traffic, Link link, Rates rates) {
        var bytes = rates.perSecond(bytes(name), traffic.bytes());
        notes.amount(name, Unit.BYTES_PER_SECOND, bytes);
        notes.amount(name, Unit.PACKETS_PER_SECOND, rates.perSecond(packets(name), traffic.packets()));
        notes.amount(name + ".total", Unit.BYTES, traffic.bytes()).amount(name + ".total", Unit.PACKETS, traffic.packets());
        notes.amount(name + ".errors", Unit.COUNT, rates.growth(name + ".errors", traffic.errors()));
        notes.count(name + ".errors.total", traffic.errors());
        if (link.bitsPerSecond() > 0) {
            notes.amount("saturation." + name, Unit.PERCENT, 100 * 8 * bytes / link.bitsPerSecond());
        }
    }

    private static String bytes(String direction) {
        return direction + ".bytes";
    }

    private static String packets(String direction) {
        return direction + ".packets";
    }

    /** The history is written down only where a rule asks for a sum. An interface that begins anew at zero goes on where it was. */
    private static Map<Integer, Answer> sums(Look look, Link link, Rates rates, Map<String, String> left) {
        var rules = look.service().rules();
        if (rules.stream().noneMatch(rule -> rule.when() instanceof Condition.Total)) {
            return Map.of();
        }
        var sent = link.sent();
        var received = link.received();
        var sums = new long[] {
            sum(look, rates, left, bytes(UP), sent.bytes()), sum(look, rates, left, packets(UP), sent.packets()),
            sum(look, rates, left, bytes(DOWN), received.bytes()), sum(look, rates, left, packets(DOWN), received.packets())};
        var history = TrafficHistory.of(look.trace().note(HISTORY));
        history.note(look.now(), sums);
        left.put(HISTORY, history.toString());
        var answers = new HashMap<Integer, Answer>();
        for (var index = 0; index < rules.size(); index++) {
            if (rules.get(index).when() instanceof Condition.Total total) {
                answers.put(index, answer(total, history, sums, look));
            }
        }
        return answers;
    }

    private static long sum(Look look, Rates rates, Map<String, String> left, String counter, long value) {
        var before = look.trace().note("sum." + counter);
        var sum = (before.isEmpty() ? 0 : Long.parseLong(before)) + rates.growth(counter, value);
        left.put("sum." + counter, Long.toString(sum));
        return sum;
    }

    private static Answer answer(Condition.Total total, TrafficHistory history, long[] sums, Look look) {
        var place = (total.metric().equals("total.upload") ? 0 : 2) + (total.limit().unit() == Unit.PACKETS ? 1 : 0);
        return new Answer.Sum(history.within(total.range(), total.spoken().contains("hour"), look.now(), place, sums[place]));
    }
}
