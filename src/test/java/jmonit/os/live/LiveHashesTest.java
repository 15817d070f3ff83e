package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveHashesTest {

    private final LiveHashes hashes = new LiveHashes();

    @ParameterizedTest
    @CsvSource({
        "pw1, $1$abcdefgh$CSewKYDMd6dmHkTqkKYk60",
        "pw2, $apr1$xyz12345$M3dCHLFCjtkjrqibG/j63/",
        "a much longer password than sixteen bytes, $apr1$q$9S925nVYK3.V0J6tzPeE5/",
        "päss, $1$ab$HKU0BHffVFSU9ZlG98TKC/",
        "six, $6$salt$9.JAdUO9eUd1MesfdLXt4/JM27CpzPWpL5fwWgELTHqbs36/Hd906lu5gJN8KYALZQJpjxvNt64grJKIjRgg4.",
        "five, $5$salt$CBLROHOeKeEugq5SdAh2VpzockN4/Yc.kWxMCq1kMU2",
        "deswor, ab28DumWfb3Cg",
        "bc, $2b$05$abcdefghijklmnopqrstuuJRfERmOaNVtXywiy4GRngj5SIyjCYT2"})
    void knowsTheRightPasswordFromOthers(String password, String hash) {
        assertTrue(hashes.matches(password, hash), hash);
        assertFalse(hashes.matches(password + "x", hash), hash);
        assertFalse(hashes.matches("", hash), hash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "*0", "x", "$", "$1", "$1$", "$1$$", "$1$salt", "$apr1$salt$", "$9$x$y", "$6$", "secret", "!"})
    void whatIsNoHashMatchesNothing(String hash) {
        assertFalse(hashes.matches("secret", hash));
        assertFalse(hashes.matches("", hash));
    }

    @Test
    void aZeroByteEndsNoPassword() {
        assertFalse(hashes.matches("pw1\0x", "$1$abcdefgh$CSewKYDMd6dmHkTqkKYk60"));
    }
}
