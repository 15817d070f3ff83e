package jmonit.console;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.google.gson.JsonParser;

/** Chromium without a screen. Its files are in a folder of its own, gone with it. */
final class Browser implements AutoCloseable {

    private static final List<String> PROGRAMS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final String LISTENING = "DevTools listening on ";

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

    /** A window of its own. */
    Page page() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://" + devTools.getAuthority() + "/json/new?about:blank")).PUT(HttpRequest.BodyPublishers.noBody()).build();
        String target = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return Page.connect(client, URI.create(JsonParser.parseString(target).getAsJsonObject().get("webSocketDebuggerUrl").getAsString()));
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
