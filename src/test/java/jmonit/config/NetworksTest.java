package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "db1.example.org", "10.0.0.1", "010.0.0.1", "10.0.0.0/8", "10.0.0.1/8", "0.0.0.0/0",
            "10.0.0.0/255.0.0.0", "::1", "fe80::1/64", "::ffff:10.0.0.1", "fe80::1%eth0"})
    void monitTakesIt(String spec) {
        assertTrue(Networks.valid(spec));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0/8", "10.0.0.999", "300.1.1.1", "1.2.3.4.5", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x",
            "10.0.0.0/255.255.255.256", "host/8", "::1/129", "::zz", "1.2.3.4:5"})
    void monitDoesNot(String spec) {
        assertFalse(Networks.valid(spec));
    }
}
