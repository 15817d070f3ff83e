package jmonit.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A page in a browser, told what to do by the DevTools protocol. Collects what the page complains about. */
final class Page implements WebSocket.Listener {

    private static final int PATIENCE = 20;

    final List<String> complaints = new CopyOnWriteArrayList<>();

    private final Map<Integer, CompletableFuture<JsonObject>> open = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final StringBuilder received = new StringBuilder();
    private WebSocket socket;

    private Page() {
    }

    static Page connect(HttpClient client, URI address) {
        var page = new Page();
        page.socket = client.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(PATIENCE)).buildAsync(address, page).orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        List.of("Page.enable", "Runtime.enable", "Log.enable", "Network.enable").forEach(method -> page.send(method, Map.of()));
        return page;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        received.append(data);
        if (last) {
            take(JsonParser.parseString(received.toString()).getAsJsonObject());
            received.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    private void take(JsonObject message) {
        if (message.has("id")) {
            // Nobody waits for the answer to a farewell.
            Optional.ofNullable(open.remove(message.get("id").getAsInt())).ifPresent(answer -> answer.complete(message));
        } else if (message.get("method").getAsString().equals("Runtime.exceptionThrown")) {
            complaints.add(message.get("params").toString());
        } else if (message.get("method").getAsString().equals("Log.entryAdded")) {
            var entry = message.getAsJsonObject("params").getAsJsonObject("entry");
            // What the network says is for the page to cope with.
            if (!entry.get("source").getAsString().equals("network")) {
                complaints.add(entry.get("text").getAsString());
            }
        }
    }

    private void tell(int id, String method, Map<String, ?> parameters) {
        socket.sendText(new Gson().toJson(Map.of("id", id, "method", method, "params", parameters)), true).orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    JsonObject send(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonObject>();
        open.put(id, answer);
        tell(id, method, parameters);
        try {
            var message = answer.get(PATIENCE * 2, TimeUnit.SECONDS);
            if (message.has("error")) {
                throw new IllegalStateException(method + ": " + message.get("error"));
            }
            return message.getAsJsonObject("result");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(method + " got no answer", e);
        }
    }

    /** Waits for no answer: the page may be gone before it is given. */
    void close() {
        try {
            tell(ids.incrementAndGet(), "Page.close", Map.of());
        } finally {
            socket.abort();
        }
    }

    Page sized(int width, int height) {
        send("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 700));
        return this;
    }

    Page dark(boolean dark) {
        send("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return this;
    }

    /** Opens an address and waits until the expression holds. */
    Page at(String address, String until) {
        send("Page.navigate", Map.of("url", address));
        return until(until);
    }

    /** Asked in the page itself, every 50 ms. */
    Page until(String expression) {
        String wait = "new Promise((yes, no) => { const end = Date.now() + " + PATIENCE * 1000 + "; const look = () => { let ok = false; try { ok = (" + expression
                + "); } catch (e) {} ok ? yes('') : Date.now() > end ? no(new Error('never: ' + document.body.innerText.slice(0, 600))) : setTimeout(look, 50); }; look(); })";
        for (int attempt = 0;; attempt++) {
            try {
                eval(wait);
                return this;
            } catch (IllegalStateException e) {
                // The page that was asked went away while another came.
                if (attempt > 3 || !e.getMessage().contains("context") && !e.getMessage().contains("navigated")) {
                    throw new IllegalStateException(expression + " " + e.getMessage() + " " + complaints, e);
                }
            }
        }
    }

    /** The value of an expression, as text. */
    String eval(String expression) {
        var answer = send("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        var result = answer.getAsJsonObject("result");
        return result.has("value") ? result.get("value").isJsonPrimitive() ? result.get("value").getAsString() : result.get("value").toString() : "";
    }

    String text(String selector) {
        return eval("document.querySelector(" + quoted(selector) + ")?.innerText ?? ''");
    }

    /** As soon as it is there. */
    Page click(String selector) {
        until("document.querySelector(" + quoted(selector) + ")");
        eval("document.querySelector(" + quoted(selector) + ").click()");
        return this;
    }

    static String quoted(String text) {
        return new Gson().toJson(text);
    }

    /** As a hand on the keyboard would. */
    Page press(String... keys) {
        for (String key : keys) {
            String text = key.length() == 1 ? key : key.equals("Enter") ? "\r" : "";
            int code = switch (key) {
                case "Enter" -> 13;
                case "Escape" -> 27;
                case "Tab" -> 9;
                case "ArrowLeft" -> 37;
                default -> 0;
            };
            send("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "text", text, "windowsVirtualKeyCode", code));
            send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
        }
        return this;
    }

    /** All of the page, what is below the edge of the screen, too, up to a limit. */
    void shoot(Path file) {
        int width = (int) Double.parseDouble(eval("innerWidth"));
        int before = (int) Double.parseDouble(eval("innerHeight"));
        int height = (int) Double.parseDouble(eval("Math.min(Math.max(innerHeight, document.documentElement.scrollHeight), 2600)"));
        sized(width, height);
        eval("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 100))))");
        String png = send("Page.captureScreenshot", Map.of("format", "png")).get("data").getAsString();
        sized(width, before);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
