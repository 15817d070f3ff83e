package jmonit.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jmonit.cli.link.Line;
import jmonit.cli.link.Site;
import jmonit.config.ControlSocket;
import jmonit.model.ControlFile;
import jmonit.model.Httpd;
import jmonit.os.Ticker;

/** Finds the daemon a command is for: by its address, by its own socket, or as Monit does by what the control file opens. */
final class Doors {

    private static final String DENIED = "Permission denied";
    private static final Duration OPENING = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(50);

    private final Desk desk;
    private final Invocation invocation;

    Doors(Desk desk, Invocation invocation) {
        this.desk = desk;
        this.invocation = invocation;
    }

    Peer open() throws IOException {
        String url = invocation.asking().url();
        if (!url.isEmpty()) {
            Site site = new Address(desk.local().outside()).site(url, invocation.asking().verified());
            return new Peer(far(site), desk.asMonit());
        }
        return near(desk.controlFile(invocation));
    }

    /** A daemon that has just been started opens its doors a moment after it is there. */
    private Peer near(String path) throws IOException {
        Ticker ticker = desk.local().outside().ticker();
        Duration until = ticker.elapsed().plus(OPENING);
        while (true) {
            try {
                Optional<Peer> own = control(path);
                return own.isPresent() ? own.get() : httpd(path);
            } catch (Refused.Shut e) {
                if (ticker.elapsed().compareTo(until) >= 0 || !absence(path).locked()) {
                    throw e;
                }
            }
            pause(ticker);
        }
    }

    private static void pause(Ticker ticker) throws IOException {
        try {
            ticker.pause(STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Absence absence(String path) throws IOException {
        return new Absence(desk, path, desk.understood(path, invocation));
    }

    /** What to do about its certificate is told in the words of tests in a control file, which do not help here. */
    private Line far(Site site) throws IOException {
        try {
            return Line.open(desk.local().outside().dialer(), site);
        } catch (Line.Unreached e) {
            int advice = e.getMessage().indexOf(", please use");
            if (advice < 0) {
                throw e;
            }
            throw new Refused("jmonit: " + e.getMessage().substring(0, advice) + "\n--insecure takes any certificate");
        }
    }

    /** The daemon of this control file, if it is one of ours and runs. */
    Optional<Peer> control(String path) throws IOException {
        for (ControlSocket socket : ControlSocket.all(path, desk.machine().host(), runtimeFolder())) {
            if (!socket.check(desk.machine().files())) {
                continue;
            }
            try {
                Line line = Line.open(desk.local().outside().dialer(), Site.control(socket.path()));
                return Optional.of(new Peer(line, desk.asMonit()));
            } catch (Line.Unreached e) {
                refuse(path, socket, e);
            }
        }
        return Optional.empty();
    }

    private String runtimeFolder() {
        return desk.local().outside().environment("XDG_RUNTIME_DIR");
    }

    /** A socket nobody listens at is no daemon; one that is not for us is, and where the control file is not for us either that is all. */
    private void refuse(String path, ControlSocket socket, Line.Unreached failure) throws Refused {
        if (failure.reason().equals(DENIED) && !desk.machine().files().readable(path)) {
            var account = desk.machine().accounts().user(socket.owner());
            String owner = account.map(a -> "\"" + a.name() + "\"").orElse("number " + socket.owner());
            String user = socket.owner() == 0 ? "as root" : "as root or as the user " + owner;
            throw new Refused("jmonit: the daemon of " + path + " belongs to the user " + owner + ": run this " + user);
        }
    }

    private Peer httpd(String path) throws IOException {
        ControlFile controlFile = desk.understood(path, invocation);
        var absence = new Absence(desk, path, controlFile);
        if (!controlFile.settings().httpd().on()) {
            throw absence.closed();
        }
        Httpd httpd = controlFile.settings().httpd();
        var login = new Login(desk.machine().files()).of(httpd);
        var sites = sites(httpd).stream().map(s -> login.map(l -> s.withLogin(l.name(), l.password())).orElse(s)).toList();
        return new Peer(first(sites, absence), desk.asMonit());
    }

    private static List<Site> sites(Httpd httpd) {
        var sites = new ArrayList<Site>();
        httpd.tcp().forEach(t -> sites.add(Address.near(t)));
        httpd.unix().forEach(u -> sites.add(Address.near(u)));
        return sites;
    }

    /** The first that is reached; if none is, what the first one said. */
    private Line first(List<Site> sites, Absence absence) throws IOException {
        var failures = new ArrayList<Line.Unreached>();
        for (Site site : sites) {
            try {
                return Line.open(desk.local().outside().dialer(), site);
            } catch (Line.Unreached e) {
                failures.add(e);
            }
        }
        throw absence.unreached(failures.getFirst());
    }
}
