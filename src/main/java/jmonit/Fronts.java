package jmonit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.catalog.Catalog;
import jmonit.daemon.Desk;
import jmonit.daemon.Faces;
import jmonit.format.Instance;
import jmonit.history.History;
import jmonit.http.Panel;
import jmonit.http.WebServer;
import jmonit.model.ControlFile;
import jmonit.model.Httpd;
import jmonit.os.Disk;
import jmonit.os.Keeper;

/**
 * The web server the control file asks for, the socket of the command line, and the history they show. One thread opens and closes
 * them.
 */
final class Fronts implements Faces {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit");
    private static final long PATIENCE = 5;

    private final Sources sources;
    private final ExecutorService clerk = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("jmonit-fronts").factory());
    private final List<WebServer> web = new ArrayList<>();
    private final List<WebServer> line = new ArrayList<>();
    private final List<Diary> diary = new ArrayList<>();
    private final List<Thrift> thrift = new ArrayList<>();

    /** Where what is shown comes from. */
    record Sources(Passport passport, Catalog catalog, Kept past, WebServer.Machine machine, ControlDoor control) {
    }

    /** What is on disk. */
    record Kept(History history, Disk disk, Keeper keeper) {

        JsonPapers.Sources sources(ControlFile controlFile, List<String> files, Desk desk) {
            var meter = new OwnMeter(desk::counted, keeper);
            return new JsonPapers.Sources(controlFile, files, new LogPages(disk), new Memories(history), meter);
        }
    }

    Fronts(Sources sources) {
        this.sources = sources;
    }

    @Override
    public void prepare() {
        sources.past().history().prepare();
    }

    @Override
    public void show(ControlFile controlFile, Instant since, Desk desk) {
        clerk.execute(() -> {
            try {
                open(controlFile, since, desk);
            } catch (RuntimeException | Error e) {
                LOG.error("The daemon cannot be seen from outside because of a fault in jmonit", e);
            }
        });
    }

    private void open(ControlFile controlFile, Instant since, Desk desk) {
        if (diary.isEmpty()) {
            diary.add(Diary.begin(sources.past().history(), sources.machine().ticker(), desk));
            thrift.add(Thrift.begin(Runtime.getRuntime()::totalMemory, System::gc, sources.machine().ticker()));
        }
        Httpd httpd = controlFile.settings().httpd();
        WebServer.Service service = service(controlFile, since, desk);
        openLine(service);
        if (web.stream().noneMatch(server -> server.change(httpd, service))) {
            closeWeb();
            openWeb(httpd, service);
        }
    }

    private WebServer.Service service(ControlFile controlFile, Instant since, Desk desk) {
        Panel panel = new Counter(desk, sources.machine().ticker(), () -> clerk.execute(this::closeWeb));
        Httpd.Manners manners = controlFile.settings().httpd().manners();
        Instance instance = sources.passport().instance(controlFile.settings().httpd(), since);
        var papers = new Printed(new Papers(sources.catalog(), instance, new LogPages(sources.past().disk())));
        var json = new JsonPapers(sources.catalog(), instance, sources.past().sources(controlFile, files(controlFile), desk));
        return new WebServer.Service(sources.passport().signature(manners.signature()), manners.tokenless(), panel, papers, json);
    }

    private List<String> files(ControlFile controlFile) {
        var files = new LinkedHashSet<String>(List.of(sources.passport().home().controlFile()));
        controlFile.services().stream().map(v -> v.origin().file()).filter(f -> !f.isEmpty())
                .map(f -> Path.of(f).toAbsolutePath().normalize().toString()).forEach(files::add);
        return List.copyOf(files);
    }

    private void openLine(WebServer.Service service) {
        line.forEach(server -> server.changeAlone(sources.control().user(), service));
        if (line.isEmpty()) {
            try {
                line.add(sources.control().open(service, sources.machine()));
            } catch (IOException e) {
                LOG.warn("The command line has to find another way to this daemon: {}", e.getMessage());
            }
        }
    }

    private void openWeb(Httpd httpd, WebServer.Service service) {
        if (!httpd.on()) {
            return;
        }
        try {
            web.add(WebServer.open(httpd, service, sources.machine()));
        } catch (IOException e) {
            LOG.error("HTTP server -- {}", e.getMessage());
        }
    }

    private void closeWeb() {
        closeEach(web.stream().map(w -> w::close));
        web.clear();
    }

    /** One that fails keeps no other open. */
    static void closeEach(Stream<Runnable> closings) {
        closings.forEach(closing -> {
            try {
                closing.run();
            } catch (RuntimeException | Error e) {
                LOG.error("Something that can be seen from outside does not close because of a fault in jmonit", e);
            }
        });
    }

    @Override
    public void settle() throws InterruptedException {
        try {
            clerk.submit(() -> { }).get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("The web server is not open yet -- {}", e.toString());
        }
    }

    @Override
    public void close() {
        clerk.execute(() -> {
            closeWeb();
            closeEach(line.stream().map(l -> l::close));
            closeEach(diary.stream().map(d -> d::close));
            closeEach(thrift.stream().map(t -> t::close));
        });
        clerk.shutdown();
        try {
            if (!clerk.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                LOG.warn("The web server does not close");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
