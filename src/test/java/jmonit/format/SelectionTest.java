package jmonit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.model.Snapshot;

class SelectionTest {

    private static final Snapshot SNAPSHOT = Capture.snapshot();

    private static List<String> names(Selection selection) {
        return selection.views().stream().map(v -> v.service().name()).toList();
    }

    @ParameterizedTest
    @CsvSource({"p, [p]", "P.*, '[p, proc, prog]'", "skip.*, '[skipped, skipped2]'", "nosuch, []", "(, []", "FS, [fs]", "s*, []"})
    void aPatternMatchesWholeNamesInWhateverCase(String pattern, String expected) {
        assertEquals(expected, names(Selection.named(SNAPSHOT, pattern)).toString());
    }

    @Test
    void aPatternThatTakesTooLongMatchesNothing() {
        assertEquals(List.of(), names(Selection.named(SNAPSHOT, "(.*)*(.*)*(.*)*(.*)*(.*)*(.*)*\\1\\2\\3nosuch")));
    }

    @Test
    void aGroupIsFoundInWhateverCase() {
        assertEquals(List.of("p", "skipped2"), names(Selection.group(SNAPSHOT, "ZZ")));
        assertEquals(List.of(), names(Selection.group(SNAPSHOT, "nosuch")));
    }

    @Test
    void onlyAllIsWhole() {
        assertTrue(Selection.all(SNAPSHOT).whole());
        assertEquals(false, Selection.named(SNAPSHOT, ".*").whole());
    }
}
