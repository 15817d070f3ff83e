package jmonit.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.Silence;
import jmonit.model.Snapshot;

/** What is known, in the forms of jmonit's own interface: whole documents in bytes, JSON where nothing else is said. Called on many threads. */
public interface Views {

    /** The same without what is not for those who may only look. */
    Views forReaders();

    byte[] services(Snapshot snapshot, Filter filter, Viewer viewer);

    /** Only some services, for those who know the others. */
    byte[] change(Snapshot snapshot, List<Snapshot.View> changed);

    /** {@code name} is one of the snapshot's. */
    byte[] service(Snapshot snapshot, String name);

    byte[] events(Snapshot snapshot, Wanted wanted);

    byte[] event(Event event);

    /** No ids stand for all there are. */
    byte[] history(Snapshot snapshot, String service, List<String> ids, Range range);

    byte[] sparks(Snapshot snapshot);

    byte[] silences(Snapshot snapshot);

    byte[] silence(Silence silence);

    /** Empty where the log is no file; an empty position asks for the last lines. */
    Optional<byte[]> log(Snapshot snapshot, String position, int lines);

    byte[] configuration();

    /** As text for a collector of metrics, in the newer form where it is open. */
    byte[] metrics(Snapshot snapshot, boolean open);

    /** Which services; empty texts stand for all. */
    record Filter(String group, String type, String state, String name) {
    }

    /** Which events; empty texts and sets stand for all, {@code before} is the id of one that is not wanted any more. */
    record Wanted(String service, String group, Set<EventKind> kinds, Set<Event.Side> sides, long before, int limit) {

        public Wanted {
            kinds = Set.copyOf(kinds);
            sides = Set.copyOf(sides);
        }
    }

    /** How far back. */
    enum Range {
        HOUR, DAY
    }
}
