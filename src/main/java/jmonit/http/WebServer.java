package jmonit.http;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jmonit.model.Httpd;
import jmonit.model.Principal;
import jmonit.os.Accounts;
import jmonit.os.Files;
import jmonit.os.PasswordHashes;
import jmonit.os.Ticker;

/** Everything {@code set httpd} asks for, open until closed. A reload closes it and opens another. */
public final class WebServer implements AutoCloseable {

    private final ExecutorService threads;
    private final List<AutoCloseable> fronts = new ArrayList<>();

    /** What of the machine the server needs. */
    public record Machine(Files files, Accounts accounts, PasswordHashes hashes, InstantSource clock, Ticker ticker) {
    }

    /** What the server shows, under whose name; {@code tokenless} is whether programs may post without a token against forged forms. */
    public record Service(Signature signature, boolean tokenless, Panel panel, Documents documents) {
    }

    private WebServer(ExecutorService threads) {
        this.threads = threads;
    }

    /** Opens all of it or nothing. As in Monit, a server that names nobody who may come in is open to nobody, and not to everybody. */
    public static WebServer open(Httpd httpd, Service service, Machine machine) throws IOException {
        if (httpd.access().isEmpty()) {
            throw new IOException("the web server is not started, as there is no \"allow\" that lets anybody in");
        }
        var router = router(httpd, service, machine);
        var server = new WebServer(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("jmonit-web-", 1).factory()));
        try {
            for (Httpd.Unix unix : httpd.unix()) {
                var desk = new UnixFront.Desk(router, unix.readOnly(), machine.clock(), machine.ticker());
                server.fronts.add(UnixFront.open(unix.path(), attributes(unix, machine.accounts()), desk, server.threads));
            }
            if (!httpd.tcp().isEmpty()) {
                var desk = new PortFront.Desk(router, machine.ticker(), server.threads);
                server.fronts.add(PortFront.open(ports(httpd, machine.files()), desk));
            }
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    static Router router(Httpd httpd, Service service, Machine machine) {
        var entrance = new Entrance(new AllowList(httpd.access(), AllowList::lookUp, machine.ticker()),
                Guests.of(httpd.access(), machine.files(), machine.hashes()), new Throttle(machine.ticker()));
        return new Router(service.signature(), entrance, new Csrf(service.tokenless()),
                new Router.Content(service.panel(), service.documents(), new ConsoleSite()));
    }

    private static List<PortFront.Port> ports(Httpd httpd, Files files) throws IOException {
        var ports = new ArrayList<PortFront.Port>();
        for (Httpd.Tcp tcp : httpd.tcp()) {
            List<ServerTls> tls = tcp.tls().used() ? List.of(ServerTls.of(tcp.tls(), files)) : List.of();
            ports.add(new PortFront.Port(tcp.port(), tcp.address(), tls, tcp.readOnly()));
        }
        return ports;
    }

    /** What is set at the socket, in the words of Java. */
    private static Map<String, Object> attributes(Httpd.Unix unix, Accounts accounts) throws IOException {
        var attributes = new HashMap<String, Object>();
        id(unix.owner().user(), name -> accounts.user(name).map(a -> a.uid()), "user")
                .ifPresent(uid -> attributes.put("unix:uid", uid));
        id(unix.owner().group(), name -> accounts.group(name).map(g -> g.gid()), "group")
                .ifPresent(gid -> attributes.put("unix:gid", gid));
        if (!unix.mode().isEmpty()) {
            attributes.put("unix:mode", Integer.parseInt(unix.mode(), 8));
        }
        return attributes;
    }

    /** Looks a name up. */
    private interface Directory {
        Optional<Long> id(String name);
    }

    private static Optional<Integer> id(Principal principal, Directory directory, String kind) throws IOException {
        return switch (principal) {
            case Principal.Inherited _ -> Optional.empty();
            case Principal.Numbered(long id) -> Optional.of((int) id);
            case Principal.Named(String name) -> Optional.of(directory.id(name).map(Long::intValue)
                    .orElseThrow(() -> new IOException("no " + kind + " is called " + name + ", to own the Unix socket of the web server")));
        };
    }

    /** Whoever is being served is cut off. */
    @Override
    public void close() {
        fronts.forEach(WebServer::close);
        threads.shutdownNow();
    }

    private static void close(AutoCloseable front) {
        try {
            front.close();
        } catch (Exception e) {
            throw new IllegalStateException("fronts close without complaint", e);
        }
    }
}
