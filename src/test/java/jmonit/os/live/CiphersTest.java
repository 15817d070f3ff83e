package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiphersTest {

    private static final String GCM = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
    private static final String STRONG = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
    private static final String CHACHA = "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256";
    private static final String OLD = "TLS_RSA_WITH_AES_128_CBC_SHA";
    private static final String NEWEST = "TLS_AES_128_GCM_SHA256";
    private static final List<String> KNOWN = List.of(NEWEST, GCM, STRONG, CHACHA, OLD);

    private static String chosen(String list) throws IOException {
        return String.join(" ", Ciphers.of(list, KNOWN).stream().map(s -> switch (s) {
            case NEWEST -> "newest";
            case GCM -> "gcm";
            case STRONG -> "strong";
            case CHACHA -> "chacha";
            default -> "old";
        }).toList());
    }

    @ParameterizedTest
    @CsvSource({"ALL, newest gcm strong chacha old", "ECDHE-RSA-AES128-GCM-SHA256, newest gcm", "AES128-SHA:AESGCM, newest old gcm strong",
            "ALL:!SHA1, newest gcm strong chacha", "ALL:!RSA:RSA, newest gcm strong chacha", "ALL:-kRSA:kRSA, newest gcm strong chacha old",
            "ALL:+ECDHE, newest chacha old gcm strong", "ECDHE+AES256, newest strong", "DHE-RSA-CHACHA20-POLY1305, newest chacha",
            "HIGH:!aNULL:!MD5:@STRENGTH, newest strong chacha gcm old", "DEFAULT@SECLEVEL=1, newest gcm strong chacha old",
            "TLS_RSA_WITH_AES_128_CBC_SHA, newest old"})
    void aListOfOpenSslNamesSuitesOfJava(String list, String expected) throws IOException {
        assertEquals(expected, chosen(list));
    }

    @Test
    void aListThatNamesNothingIsComplainedAbout() {
        var failure = assertThrows(IOException.class, () -> chosen("RC4:3DES"));

        assertEquals("SSL: none of the ciphers \"RC4:3DES\" is spoken here", failure.getMessage());
    }
}
