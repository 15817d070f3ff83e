package jmonit.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class TlsTest {

    private static final Tls.Paths AUTHORITIES = new Tls.Paths("", "", "", "", "/etc/authorities.pem", "");
    private static final Tls ALL = new Tls(false, List.of("TLSv1.3"), Tls.Choice.YES, Tls.Choice.YES, "HIGH", AUTHORITIES, Tls.Sum.NONE, 0);

    @Test
    void whatATestDoesNotSayIsAsForAll() {
        var test = new Tls(true, List.of(), Tls.Choice.UNSAID, Tls.Choice.UNSAID, "", Tls.Paths.NONE, Tls.Sum.NONE, 30);

        assertEquals(new Tls(true, List.of("TLSv1.3"), Tls.Choice.YES, Tls.Choice.YES, "HIGH", AUTHORITIES, Tls.Sum.NONE, 30), test.over(ALL));
    }

    @Test
    void whatATestSaysItselfGoesFirst() {
        var paths = new Tls.Paths("", "", "", "/etc/client.pem", "", "/etc/authorities");
        var test = new Tls(true, List.of("TLSv1.2"), Tls.Choice.NO, Tls.Choice.NO, "LOW", paths, Tls.Sum.NONE, 0);

        assertEquals(test, test.over(ALL));
    }
}
