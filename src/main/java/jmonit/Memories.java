package jmonit;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.format.HistoryJson.Chart;
import jmonit.format.HistoryJson.Curve;
import jmonit.format.HistoryJson.Sparks;
import jmonit.history.History;
import jmonit.history.Series;
import jmonit.http.Views;

/** What the history has kept; a page without its past is of more use than none. */
record Memories(History history) implements Past {

    private static final Logger LOG = LoggerFactory.getLogger(Memories.class);

    @Override
    public Chart chart(String service, List<String> ids, Views.Range range) {
        var far = switch (range) {
            case HOUR -> jmonit.history.Range.HOUR;
            case DAY -> jmonit.history.Range.DAY;
        };
        List<Series> all = past(() -> history.all(service, far), List.of());
        Instant from = all.isEmpty() ? Instant.EPOCH : all.getFirst().from();
        return new Chart(from, far.step(), all.stream().filter(s -> ids.isEmpty() || ids.contains(s.id()))
                .map(s -> new Curve(s.id(), s.label(), s.unit(), s.average(), s.low(), s.high())).toList());
    }

    @Override
    public Sparks sparks(Map<String, List<String>> wanted) {
        return past(() -> {
            var sparks = history.sparks(wanted);
            return new Sparks(sparks.from(), sparks.step(), sparks.services());
        }, Past.NONE.sparks(wanted));
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> T past(Question<T> question, T nothing) {
        try {
            return question.ask();
        } catch (IOException e) {
            LOG.warn("What was measured before cannot be shown -- {}", e.getMessage());
            return nothing;
        }
    }
}
