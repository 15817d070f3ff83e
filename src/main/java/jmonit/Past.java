package jmonit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jmonit.format.HistoryJson.Chart;
import jmonit.format.HistoryJson.Sparks;
import jmonit.http.Views.Range;

/** What was measured before now. */
interface Past {

    /** Nothing is remembered. */
    Past NONE = new Past() {

        @Override
        public Chart chart(String service, List<String> ids, Range range) {
            return new Chart(Instant.EPOCH, Duration.ofMinutes(1), List.of());
        }

        @Override
        public Sparks sparks(Map<String, List<String>> wanted) {
            return new Sparks(Instant.EPOCH, Duration.ofMinutes(1), Map.of());
        }
    };

    /** No ids stand for all there are; one that is not known has no curve. */
    Chart chart(String service, List<String> ids, Range range);

    /** The last hour of these readings, by service. */
    Sparks sparks(Map<String, List<String>> wanted);
}
