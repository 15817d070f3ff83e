package jmonit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jmonit.http.Document;
import jmonit.http.Documents;
import jmonit.model.Snapshot;

/**
 * Keeps what was written last: those who ask in the same second, with nothing changed meanwhile, get the same bytes. Bounded, so that
 * a machine with many services does not hold all it knows twice for a question that nobody repeats.
 */
final class Printed implements Documents {

    private static final int MOST = 4;
    private static final int LARGEST = 1 << 20;

    private final Documents source;
    private final AtomicReference<Optional<Edition>> edition = new AtomicReference<>(Optional.empty());

    private record Edition(Snapshot snapshot, Map<Choice, Document> documents) {

        /** Documents tell the uptime in seconds, and nothing else of the moment. */
        boolean about(Snapshot other) {
            return other.services() == snapshot.services() && other.settings() == snapshot.settings()
                    && other.at().getEpochSecond() == snapshot.at().getEpochSecond();
        }

        /** Those who print at the same time may each lose what the other printed; it is only printed again. */
        Edition with(Choice choice, Document document) {
            var all = new LinkedHashMap<>(documents);
            if (all.size() == MOST) {
                all.pollFirstEntry();
            }
            all.put(choice, document);
            return new Edition(snapshot, all);
        }
    }

    Printed(Documents source) {
        this.source = source;
    }

    @Override
    public Document show(Choice choice, Snapshot snapshot) {
        Edition current = edition.get().filter(e -> e.about(snapshot)).orElseGet(() -> new Edition(snapshot, Map.of()));
        Document known = current.documents().get(choice);
        return known != null ? known : printed(current, choice);
    }

    private Document printed(Edition current, Choice choice) {
        Document document = source.show(choice, current.snapshot());
        if (document.content().length <= LARGEST) {
            edition.set(Optional.of(current.with(choice, document)));
        }
        return document;
    }

    @Override
    public Document report(Choice choice, String type, Snapshot snapshot) {
        return source.report(choice, type, snapshot);
    }

    @Override
    public List<String> named(Snapshot snapshot, String pattern) {
        return source.named(snapshot, pattern);
    }

    @Override
    public String id() {
        return source.id();
    }

    @Override
    public String log(Snapshot snapshot) {
        return source.log(snapshot);
    }
}
