package jmonit.protocol.state;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

import jmonit.BuiltIn;
import jmonit.catalog.Protocol;

/**
 * All protocols of Monit at real servers: the same control file for each state of the servers, read by the real Monit and by jmonit, which find
 * the same for each test. All that was found stands in {@code target/states.txt}.
 */
@Tag("live")
@Tag("server")
@TestMethodOrder(OrderAnnotation.class)
class ProtocolStatesLiveTest {

    private static final Set<String> OURS = Set.of("amqp", "grpc", "kafka", "nats", "rdap", "whois");
    private static final Path TABLE = Path.of("target", "states.txt");
    private static final int AT_ONCE = 4;
    private static final List<Row> ROWS = new ArrayList<>();
    private static final List<String> MISSING = new ArrayList<>();

    @TempDir
    private static Path folder;
    private static Site site;

    @BeforeAll
    static void startAll() throws Exception {
        assumeTrue(Files.isExecutable(Both.MONIT), "no " + Both.MONIT + " to compare with");
        assumeTrue(Files.isReadable(Path.of("/etc/shadow")), "the real monit reads a control file of root: run as root");
        Files.deleteIfExists(TABLE);
        site = Site.make(folder);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var peer : threads.invokeAll(Stream.of(Server.values()).map(s -> s.below(site)).toList())) {
                add(peer);
            }
        }
    }

    private static void add(Future<Peer> peer) throws InterruptedException, ExecutionException {
        try {
            ROWS.addAll(peer.get().rows());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TestAbortedException)) {
                throw e;
            }
            MISSING.add(e.getCause().getMessage());
        }
    }

    @AfterAll
    static void endAll() throws InterruptedException {
        if (site != null) {
            site.close();
        }
    }

    @Test
    @Order(1)
    void everyProtocolOfMonitIsAsked() {
        assumeTrue(MISSING.isEmpty(), MISSING::toString);
        var monits = new TreeSet<>(BuiltIn.CATALOG.protocols().stream().map(Protocol::keyword).toList());
        monits.removeAll(OURS);

        var asked = new TreeSet<>(ROWS.stream().filter(r -> r.askedIn(State.HUNG)).flatMap(r -> r.protocol().stream()).toList());

        assertEquals(monits, asked);
    }

    @Test
    @Order(2)
    void bothPassAndFailHealthyServersAlike() throws Exception {
        assertEquals(List.of(), surprises(State.HEALTHY));
    }

    @Test
    @Order(3)
    void bothFailServersThatHang() throws Exception {
        site.suspend();

        assertEquals(List.of(), surprises(State.HUNG));
    }

    @Test
    @Order(4)
    void bothFailServersThatAreGone() throws Exception {
        site.close();

        assertEquals(List.of(), surprises(State.STOPPED));
    }

    private static List<Finding> surprises(State state) throws IOException, InterruptedException {
        var rows = ROWS.stream().filter(r -> r.askedIn(state)).toList();
        var tests = rows.stream().map(r -> r.test(state)).toList();
        var both = new Both(folder);
        var monits = both.monit(tests);
        var ours = both.ours(tests);
        var found = IntStream.range(0, rows.size())
                .mapToObj(i -> new Finding(rows.get(i), state, Optional.ofNullable(monits.get(i)), Optional.ofNullable(ours.get(i)))).toList();
        Files.writeString(TABLE, found.stream().map(Finding::toString).collect(Collectors.joining()), CREATE, APPEND);
        return found.stream().filter(f -> !f.asExpected()).toList();
    }
}
