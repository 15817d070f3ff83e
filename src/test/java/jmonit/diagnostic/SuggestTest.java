package jmonit.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestTest {
    private static final List<String> WORDS =
            List.of("check", "set", "include", "then", "pidfile", "path", "http", "https", "timeout", "MySQL", "if");

    @ParameterizedTest
    @CsvSource({
        "pidfle, pidfile",
        "tehn, then",
        "htpp, http",
        "chekc, check",
        "CHEKC, check",
        "Timeout, timeout",
        "mysql, MySQL",
        "mysqk, MySQL",
        "timeuot, timeout",
        "incldue, include",
        "incude, include",
        "includde, include",
        "fi, if",
        "htp, http",
        "httpps, https",
    })
    void offersTheWordThatWasMeant(String word, String meant) {
        assertEquals(Optional.of(meant), Suggest.nearest(word, WORDS));
    }

    @ParameterizedTest
    @CsvSource({"chocolate", "ckhce", "hen ten", "process", "''"})
    void offersNothingFarAway(String word) {
        assertEquals(Optional.empty(), Suggest.nearest(word, WORDS));
    }

    @Test
    void theSameWordWinsOverItsNeighbours() {
        assertEquals(Optional.of("HTTPS"), Suggest.nearest("https", List.of("http", "HTTPS", "httpd")));
    }

    @Test
    void ofEquallyCloseWordsTheLikelierWins() {
        assertEquals(Optional.of("cat"), Suggest.nearest("car", List.of("bar", "cat", "cab")));
        assertEquals(Optional.of("cab"), Suggest.nearest("car", List.of("care", "cab")));
        assertEquals(Optional.of("bar"), Suggest.nearest("ar", List.of("bar", "car")));
    }

    @Test
    void withoutCandidatesThereIsNothingToOffer() {
        assertEquals(Optional.empty(), Suggest.nearest("check", List.of()));
    }
}
