package jmonit.channel;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Outlet;
import jmonit.model.Recipient;

/** Who hears of an event itself: all collectors and streams of what is new, and those outlets that are to be told. */
record Outgoing(List<String> collectors, Map<String, Outlet> outlets) {

    static final Outgoing NONE = new Outgoing(List.of(), Map.of());

    Outgoing {
        collectors = List.copyOf(collectors);
        outlets = Map.copyOf(outlets);
    }

    static Outgoing of(ControlFile controlFile, List<String> collectors) {
        return new Outgoing(collectors, controlFile.settings().outlets().stream().collect(Collectors.toMap(Outlet::address, Function.identity())));
    }

    List<String> listeners(Event event, List<Recipient> recipients, boolean news) {
        Stream<String> told = recipients.stream().map(Recipient::address).filter(a -> outlets.containsKey(a) && takes(outlets.get(a), event));
        // What is only said once more is no news for those who keep a record.
        Stream<String> always = outlets.values().stream().filter(o -> o.kind().hearsAll()).map(Outlet::address);
        return Stream.concat(news && !event.audience().escalated() ? Stream.concat(collectors.stream(), always) : Stream.empty(), told.distinct()).toList();
    }

    /** Whether it hears of several events in one message; an incident is one event, and so is a record. */
    boolean groups(String address) {
        return outlets.containsKey(address) && !outlets.get(address).kind().takesEachByItself();
    }

    /** That the daemon starts or did what it was told is no incident: nobody would ever close it. */
    private static boolean takes(Outlet outlet, Event event) {
        return !outlet.kind().opensIncidents() || event.kind() != EventKind.INSTANCE && event.kind() != EventKind.ACTION;
    }
}
