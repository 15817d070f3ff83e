package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import jmonit.model.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumsTest {

    @Test
    void theLengthTellsTheDigest() {
        assertEquals(Optional.of(Digest.MD5), Sums.digest("0123456789abcdef0123456789ABCDEF"));
        assertEquals(Optional.of(Digest.SHA1), Sums.digest("0123456789abcdef0123456789abcdef01234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "0123456789abcdef0123456789abcdeg", "0123456789abcdef0123456789abcdef0"})
    void anythingElseIsNoSum(String text) {
        assertEquals(Optional.empty(), Sums.digest(text));
    }
}
