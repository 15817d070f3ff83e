package jmonit.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers of protocols that Monit does not speak. */
@Tag("live")
@Tag("server")
class BrokersLiveTest {

    @TempDir
    private Path folder;
    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        port = RealServer.freePort();
    }

    @Test
    void nats() throws Exception {
        var nats = "port " + port + " protocol nats";
        try (var server = RealServer.start(folder, "nats-server", "-a", "127.0.0.1", "-p", port + "", "--user", "probe", "--pass", "x7Kq").awaitPort(port)) {
            assertEquals("", Verdict.ours(nats + " username \"probe\" password \"x7Kq\""));
            assertEquals("NATS: the server answered -ERR 'Authorization Violation'", Verdict.ours(nats));
            server.suspend();
            assertEquals("NATS: error receiving data -- Resource temporarily unavailable", Verdict.ours(nats + " timeout 1 seconds"));
        }
        assertEquals("Connection refused", Verdict.ours(nats));
    }

    @Test
    void grpc() throws Exception {
        var script = grpcServer();
        var grpc = "port " + port + " protocol grpc";
        try (var server = RealServer.start(folder, "/usr/bin/python3", script.toString(), port + "").awaitPort(port)) {
            assertEquals("", Verdict.ours(grpc));
            assertEquals("GRPC: the health of service shop is NOT_SERVING", Verdict.ours(grpc + " service \"shop\""));
            assertEquals("GRPC: the server answered without a state -- it may not know the health protocol, or not this service",
                    Verdict.ours(grpc + " service \"none\""));
            server.suspend();
            assertEquals("GRPC: error receiving data -- Resource temporarily unavailable", Verdict.ours(grpc + " timeout 1 seconds"));
        }
    }

    /** It takes nobody who does not offer HTTP/2 while hands are shaken. */
    @Test
    void grpcOverTls() throws Exception {
        var script = grpcServer();
        var key = folder + "/key";
        var certificate = folder + "/cert";
        RealServer.run(folder, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=plum", "-days", "30", "-keyout", key, "-out",
                certificate);
        var grpc = "port " + port + " protocol grpc with ssl";
        try (var _ = RealServer.start(folder, "/usr/bin/python3", script.toString(), port + "", key, certificate).awaitPort(port)) {
            assertEquals("", Verdict.ours(grpc));
            assertEquals("", Verdict.ours(grpc + " certificate valid > 10 days"));
            assertEquals("GRPC: the health of service shop is NOT_SERVING", Verdict.ours(grpc + " service \"shop\""));
            assertNotEquals("", Verdict.ours(grpc + " with ssl options { verify: enable }"));
            assertNotEquals("", Verdict.ours("port " + port + " protocol grpc timeout 1 seconds"));
        }
    }

    private Path grpcServer() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/grpc")), "python3-grpcio is not installed");
        return Files.writeString(folder.resolve("server.py"), """
                import concurrent.futures, grpc, sys
                def check(request, context):
                    if request == b"":
                        return b"\\x08\\x01"
                    if request == b"\\x0a\\x04shop":
                        return b"\\x08\\x02"
                    context.abort(grpc.StatusCode.NOT_FOUND, "no such service")
                handler = grpc.method_handlers_generic_handler("grpc.health.v1.Health", {"Check": grpc.unary_unary_rpc_method_handler(check)})
                server = grpc.server(concurrent.futures.ThreadPoolExecutor(1), handlers=(handler,))
                place = "127.0.0.1:" + sys.argv[1]
                if len(sys.argv) == 2:
                    server.add_insecure_port(place)
                else:
                    pair = [open(name, "rb").read() for name in sys.argv[2:]]
                    server.add_secure_port(place, grpc.ssl_server_credentials([pair]))
                server.start()
                server.wait_for_termination()
                """);
    }
}
