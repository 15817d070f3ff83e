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
import java.util.function.Function;

import jmonit.model.Httpd;
import jmonit.model.Principal;
import jmonit.model.RunAs;
import jmonit.os.Accounts;
import jmonit.os.Files;
import jmonit.os.Logins;
import jmonit.os.PasswordHashes;
import jmonit.os.Ticker;

/** Everything {@code set httpd} asks for, open until closed. A reload closes it and opens another. */
public final class WebServer implements AutoCloseable {

    private final Machine machine;
    private final Httpd doors;
    private final Streams streams = new Streams();
    private final Switchboard board;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("jmonit-web").factory());
    private final List<AutoCloseable> fronts = new ArrayList<>();

    /** What of the machine the server needs. */
    public record Machine(Files files, Accounts accounts, Keys keys, InstantSource clock, Ticker ticker) {
    }

    /** What passwords are tried with. */
    public record Keys(PasswordHashes hashes, Logins logins) {

        Secret.Locks locks() {
            return new Secret.Locks(hashes, logins);
        }
    }

    /** What the server shows, under whose name; {@code tokenless} is whether programs may post without a token against forged forms. */
    public record Service(Signature signature, boolean tokenless, Panel panel, Documents documents, Views views) {
    }

    private WebServer(Httpd doors, Machine machine, Function<Streams, Router> first) {
        this.doors = doors;
        this.machine = machine;
        this.board = new Switchboard(first.apply(streams));
    }

    /** The server of the command line, at a socket for nobody but this daemon's user and root. */
    public static WebServer alone(String path, String user, Service service, Machine machine) throws IOException {
        var server = new WebServer(Httpd.OFF, machine, streams -> router(new PrivateDoor(user), Csrf.Excuse.EVERYBODY, service, machine.ticker(), streams));
        var unix = new Httpd.Unix(path, RunAs.MYSELF, "600", false);
        return opened(server, List.of(unix), List.of());
    }

    /** Opens all of it or nothing. As in Monit, a server that names nobody who may come in is open to nobody, and not to everybody. */
    public static WebServer open(Httpd httpd, Service service, Machine machine) throws IOException {
        if (httpd.access().isEmpty()) {
            throw new IOException("the web server is not started, as there is no \"allow\" that lets anybody in");
        }
        return opened(new WebServer(httpd, machine, streams -> router(httpd, service, machine, streams)), httpd.unix(), httpd.tcp());
    }

    private static WebServer opened(WebServer server, List<Httpd.Unix> sockets, List<Httpd.Tcp> ports) throws IOException {
        try {
            server.open(sockets, ports);
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private void open(List<Httpd.Unix> sockets, List<Httpd.Tcp> ports) throws IOException {
        for (Httpd.Unix unix : sockets) {
            var desk = new UnixFront.Desk(board, unix.readOnly(), machine.clock(), machine.ticker());
            fronts.add(UnixFront.open(unix.path(), attributes(unix, machine.accounts()), desk, threads));
        }
        if (!ports.isEmpty()) {
            fronts.add(PortFront.open(ports(ports, machine.files()), new PortFront.Desk(board, machine.clock(), machine.ticker(), threads)));
        }
    }

    /**
     * From now on shows this service to those who may come in now; whoever is being served does not notice. False where there are other
     * doors now, or certificates that may be others: then this server has to be closed and another opened.
     */
    public boolean change(Httpd httpd, Service service) {
        boolean same = httpd.tcp().equals(doors.tcp()) && httpd.unix().equals(doors.unix()) && !httpd.access().isEmpty();
        boolean plain = httpd.tcp().stream().noneMatch(t -> t.tls().used());
        if (same && plain) {
            board.change(router(httpd, service, machine, streams));
        }
        return same && plain;
    }

    /** The same for the server of the command line. */
    public void changeAlone(String user, Service service) {
        board.change(router(new PrivateDoor(user), Csrf.Excuse.EVERYBODY, service, machine.ticker(), streams));
    }

    static Router router(Httpd httpd, Service service, Machine machine, Streams streams) {
        var entrance = new Entrance(new AllowList(httpd.access(), AllowList::lookUp, machine.ticker()),
                Guests.of(httpd.access(), machine.files(), machine.keys().locks()), new Throttle(machine.ticker()));
        return router(entrance, service.tokenless() ? Csrf.Excuse.PROGRAMS : Csrf.Excuse.NOBODY, service, machine.ticker(), streams);
    }

    private static Router router(Door door, Csrf.Excuse excuse, Service service, Ticker ticker, Streams streams) {
        var api = new Api(new LiveStream.Source(service.panel(), service.views(), service.views().forReaders(), ticker,
                new Term()), streams);
        return new Router(service.signature(), door, new Csrf(excuse),
                new Router.Content(service.panel(), service.documents(), new ConsoleSite(), api));
    }

    private static List<PortFront.Port> ports(List<Httpd.Tcp> asked, Files files) throws IOException {
        var ports = new ArrayList<PortFront.Port>();
        for (Httpd.Tcp tcp : asked) {
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
