package jmonit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.model.Httpd.Access;

class AllowListTest {

    private final ManualTicker ticker = new ManualTicker();
    private final List<String> asked = new ArrayList<>();

    private AllowList list(String... specs) {
        return new AllowList(List.of(specs).stream().<Access>map(Access.Net::new).toList(), this::lookUp, ticker);
    }

    private List<InetAddress> lookUp(String name) {
        asked.add(name);
        return name.equals("good.example") ? List.of(InetAddress.ofLiteral("192.0.2.7")) : List.of();
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.1.1, 10.1.1.1, true", "10.1.1.1, 10.1.1.2, false", "10.0.0.0/8, 10.255.0.1, true", "10.0.0.0/8, 11.0.0.1, false",
        "192.168.1.7/255.255.255.0, 192.168.1.200, true", "192.168.1.0/255.255.255.0, 192.168.2.1, false", "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, ::1, false", "::1, ::1, true", "fe80::/10, fe80::1, true", "fe80::/10, fec0::1, false", "10.0.0.0/9, 10.127.0.1, true",
        "10.0.0.0/9, 10.128.0.1, false", "127.0.0.1, ::ffff:127.0.0.1, true", "2001:db8::/33, 2001:db8:8000::1, false"})
    void networksHoldTheirAddresses(String spec, String address, boolean holds) {
        assertEquals(holds, list(spec).has(address(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/ff::", "10.0.0.0/8/8", "1.2.3", "", "::1/129"})
    void whatIsNoNetworkLetsNobodyIn(String spec) {
        assertFalse(list(spec).has(address("10.0.0.1")));
    }

    @Test
    void withoutAListEverybodyMayCome() {
        assertTrue(list().has(address("8.8.8.8")));
    }

    @Test
    void namesAreAskedForOnlyWhereNoNetworkHolds() {
        var list = list("good.example", "10.0.0.0/8");

        assertTrue(list.has(address("10.0.0.1")));
        assertEquals(List.of(), asked);
        assertTrue(list.has(address("192.0.2.7")));
        assertFalse(list.has(address("192.0.2.8")));
        assertEquals(List.of("good.example"), asked);
    }

    @Test
    void namesAreAskedForAgainAfterAMinute() {
        var list = list("bad.example");
        list.has(address("192.0.2.7"));

        ticker.pause(Duration.ofSeconds(61));
        list.has(address("192.0.2.7"));

        assertEquals(2, asked.size());
    }
}
