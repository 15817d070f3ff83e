package jmonit.console;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import com.google.gson.JsonParser;

/** Chromium without a screen. Its files are in a folder of its own, gone with it. */
final class Browser implements AutoCloseable {

    private static final List<String> PROGRAMS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final String LISTENING = "DevTools listening on ";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TRIES = 200;

    private final Process process;
    private final Path folder;
    private final URI devTools;
    private final HttpClient client = HttpClient.newHttpClient();

    private Browser(Process process, Path folder, URI devTools) {
        this.process = process;
        this.folder = folder;
        this.devTools = devTools;
    }

    static boolean there() {
        return PROGRAMS.stream().anyMatch(p -> Files.isExecutable(Path.of(p)));
    }

    static Browser open() throws IOException {
        var folder = Files.createTempDirectory("jmonit-browser");
        var command = new ArrayList<String>();
        command.add(PROGRAMS.stream().filter(p -> Files.isExecutable(Path.of(p))).findFirst().orElseThrow());
        // Its own sandbox wants what containers do not grant; it only ever sees pages of ours.
        command.addAll(List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-color-profile=srgb",
                "--remote-debugging-port=0", "--remote-allow-origins=*", "--user-data-dir=" + folder, "about:blank"));
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (var errors = process.errorReader()) {
            String line = errors.lines().filter(l -> l.startsWith(LISTENING)).findFirst()
                    .orElseThrow(() -> new IOException("the browser does not say where it listens"));
            return new Browser(process, folder, URI.create(line.substring(LISTENING.length())));
        }
    }

    /** A window of its own. A browser that listens already may not be ready to open one yet. */
    Page page() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://" + devTools.getAuthority() + "/json/new?about:blank")).timeout(PATIENCE)
                .PUT(HttpRequest.BodyPublishers.noBody()).build();
        HttpResponse<String> target = client.send(request, HttpResponse.BodyHandlers.ofString());
        for (int left = TRIES; left > 0 && target.statusCode() != 200; left--) {
            LockSupport.parkNanos(PAUSE.toNanos());
            target = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        if (target.statusCode() != 200) {
            throw new IOException("the browser opens no window: " + target.statusCode() + " " + target.body());
        }
        return Page.connect(client, URI.create(JsonParser.parseString(target.body()).getAsJsonObject().get("webSocketDebuggerUrl").getAsString()));
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
