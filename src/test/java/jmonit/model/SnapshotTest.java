package jmonit.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotTest {

    @ParameterizedTest
    @CsvSource({"MONITORED, true, true", "INITIALIZING, true, true", "NOT_MONITORED, true, false", "MONITORED, false, false"})
    void nobodyWaitsForALookAtWhatIsNotMonitored(Snapshot.Monitoring monitoring, boolean slow, boolean late) {
        var service = MachineServices.system();

        assertEquals(late, new Snapshot.View(service, monitoring, List.of(), List.of(), Instant.EPOCH, new Snapshot.Work("", true, slow, 0)).late());
    }
}
