package jmonit.os.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jmonit.model.Family;
import jmonit.model.Ping;
import jmonit.model.ResponseTime;

class LivePingerTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final LivePinger pinger = new LivePinger();

    @BeforeEach
    void mayPing() {
        try {
            pinger.ping("127.0.0.1", ping(Family.IPV4, 8, ""));
        } catch (IOException e) {
            assumeTrue(false, "pings need root or the CAP_NET_RAW capability: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void close() {
        pinger.close();
    }

    @Test
    void thisMachineAnswers() throws Exception {
        assertTrue(pinger.ping("localhost", ping(Family.IPV4, 64, "")).compareTo(SECOND) < 0);
        assertTrue(pinger.ping("127.0.0.1", ping(Family.ANY, 1492, "127.0.0.7")).compareTo(SECOND) < 0);
    }

    @Test
    void thisMachineAnswersOverIpv6() throws Exception {
        assumeTrue(NetworkInterface.getByName("lo").inetAddresses().anyMatch(a -> a.getAddress().length == 16), "there is no IPv6 here");

        assertTrue(pinger.ping("::1", ping(Family.IPV6, 65, "")).compareTo(SECOND) < 0);
    }

    @Test
    void timesTheAnswerAndNotOurThreads() throws Exception {
        pinger.ping("127.0.0.1", ping(Family.ANY, 64, ""));
        var fastest = SECOND;
        for (var i = 0; i < 20; i++) {
            var took = pinger.ping("127.0.0.1", ping(Family.ANY, 64, ""));
            fastest = took.compareTo(fastest) < 0 ? took : fastest;
        }

        assertTrue(fastest.compareTo(Duration.ofMillis(1)) < 0, fastest::toString);
    }

    @Test
    void manyAtOnceEachGetTheirOwnAnswer() throws Exception {
        var questions = new ArrayList<Callable<Duration>>();
        for (var i = 0; i < 2000; i++) {
            var host = "127.0." + i / 200 + "." + (i % 200 + 1);
            questions.add(() -> pinger.ping(host, ping(Family.ANY, 64, "")));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(questions)) {
                assertTrue(answer.get().compareTo(SECOND) < 0);
            }
        }
    }

    @Test
    void saysWhyThereIsNoAnswer() {
        assertEquals("Address family for hostname not supported", failure("127.0.0.1", ping(Family.IPV6, 64, "")));
        assertEquals("Name or service not known", failure("no such name", ping(Family.ANY, 64, "")));
        assertEquals("Cannot bind to outgoing address -- Address family not supported by protocol", failure("127.0.0.1", ping(Family.ANY, 64, "::1")));
        assertEquals("Cannot bind to outgoing address -- Cannot assign requested address", failure("127.0.0.1", ping(Family.ANY, 64, "10.99.88.77")));
    }

    private String failure(String host, Ping ping) {
        return assertThrows(IOException.class, () -> pinger.ping(host, ping)).getMessage();
    }

    private static Ping ping(Family family, int size, String source) {
        return new Ping(family, 2, size, ResponseTime.UNLIMITED, SECOND, source);
    }
}
