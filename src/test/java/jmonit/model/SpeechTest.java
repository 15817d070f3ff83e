package jmonit.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SpeechTest {

    @Test
    void secretsAreNeverPrinted() {
        var speech = new Speech("mysql", List.of(new Speech.Setting("password", Comparison.EQUAL, "s3cret", true)));

        assertEquals("[password = ***]", speech.settings().toString());
    }

    @Test
    void theLastValueOfAnOptionCounts() {
        var speech = new Speech("http", List.of(new Speech.Setting("request", Comparison.EQUAL, "/a", false),
                new Speech.Setting("request", Comparison.EQUAL, "/b", false)));

        assertEquals(Optional.of("/b"), speech.setting("request"));
        assertEquals(Optional.empty(), speech.setting("method"));
    }
}
