package jmonit;

import java.util.List;
import java.util.Optional;

import jmonit.format.Discretion;
import jmonit.http.Viewer;
import jmonit.http.Views;
import jmonit.model.Event;
import jmonit.model.Silence;
import jmonit.model.Snapshot;

/** The same papers for those who may only look. */
record ReaderPapers(JsonPapers papers, Discretion discretion) implements Views {

    @Override
    public Views forReaders() {
        return this;
    }

    @Override
    public byte[] services(Snapshot snapshot, Filter filter, Viewer viewer) {
        return papers.services(discretion.of(snapshot), filter, viewer);
    }

    @Override
    public byte[] change(Snapshot snapshot, List<Snapshot.View> changed) {
        return papers.change(snapshot, discretion.views(changed));
    }

    @Override
    public byte[] service(Snapshot snapshot, String name) {
        return papers.service(discretion.of(snapshot), name);
    }

    @Override
    public byte[] events(Snapshot snapshot, Wanted wanted) {
        return papers.events(discretion.of(snapshot), wanted);
    }

    @Override
    public byte[] event(Event event) {
        return papers.event(discretion.of(event));
    }

    @Override
    public byte[] history(Snapshot snapshot, String service, List<String> ids, Range range) {
        return papers.history(snapshot, service, ids, range);
    }

    @Override
    public byte[] sparks(Snapshot snapshot) {
        return papers.sparks(snapshot);
    }

    @Override
    public byte[] silences(Snapshot snapshot) {
        return papers.silences(snapshot);
    }

    @Override
    public byte[] silence(Silence silence) {
        return papers.silence(silence);
    }

    @Override
    public Optional<byte[]> log(Snapshot snapshot, String position, int lines) {
        return papers.log(snapshot, position, lines);
    }

    @Override
    public byte[] configuration() {
        return papers.configuration();
    }

    @Override
    public byte[] metrics(Snapshot snapshot, boolean open) {
        return papers.metrics(snapshot, open);
    }
}
