package jmonit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import jmonit.model.Snapshot;

class ReportTextTest {

    private static final Snapshot SNAPSHOT = Capture.snapshot();

    @Test
    void countsServicesByState() throws IOException {
        var out = new StringBuilder();

        ReportText.write(Selection.all(SNAPSHOT), out);

        assertEquals("""
                up:             7 (28.0%)
                down:          15 (60.0%)
                initialising:   2 (8.0%)
                unmonitored:    1 (4.0%)
                total:         25 services
                """, out.toString());
    }

    @Test
    void aWordGetsABareNumber() {
        var words = List.of("up", "down", "initialising", "initializing", "unmonitored", "total");

        assertEquals(List.of(7L, 15L, 2L, 2L, 1L, 25L), words.stream()
                .map(word -> ReportText.number(Selection.all(SNAPSHOT), word).orElseThrow()).toList());
        assertEquals(Optional.empty(), ReportText.number(Selection.all(SNAPSHOT), "foo"));
    }

    @Test
    void nothingAtAllIsNoDivisionByZero() throws IOException {
        var out = new StringBuilder();

        ReportText.write(new Selection(List.of(), true), out);

        assertEquals("total:          0 services", out.toString().lines().toList().getLast());
    }
}
