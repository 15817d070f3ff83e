package jmonit.nats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;

import org.junit.jupiter.api.Test;

class NatsKeyTest {

    private static final String SEED = "SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BFDTJ7M6USDXIEDNPPQYYYCU3VY";

    @Test
    void knowsThePublicHalfOfASeed() throws IOException {
        assertEquals("UDXU4RCSJNZOIQHZNWXHXORDPRTGNJAHAHFRGZNEEJCPQTT2M7NLCNF4", NatsKey.key(SEED + "\n", "/k").key().publicText());
    }

    @Test
    void findsTokenAndSeedAmongWarnings() throws IOException {
        var text = "-----BEGIN NATS USER JWT-----\neyJ0.eyJq.x-_Y\n------END NATS USER JWT------\n\n**** IMPORTANT ****\n"
                + "-----BEGIN USER NKEY SEED-----\n" + SEED + "\n------END USER NKEY SEED------\n";

        var login = NatsKey.signed(text, "/k");

        assertEquals("eyJ0.eyJq.x-_Y", login.token());
        assertFalse(login.toString().contains("ey"), login.toString());
    }

    @Test
    void complainsWithoutQuotingTheSeed() {
        assertEquals("the seed in /k is damaged", assertThrows(IOException.class, () -> NatsKey.key(SEED.replace("SSL3", "SSL4"), "/k")).getMessage());
        assertEquals("/k holds no seed", assertThrows(IOException.class, () -> NatsKey.key(SEED.substring(1), "/k")).getMessage());
        assertEquals("/k holds no user token", assertThrows(IOException.class, () -> NatsKey.signed(SEED, "/k")).getMessage());
    }
}
