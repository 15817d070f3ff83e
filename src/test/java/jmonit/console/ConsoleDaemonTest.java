package jmonit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.Home;

/** The console of a real daemon: what is clicked there happens here. */
@Tag("live")
@Tag("browser")
class ConsoleDaemonTest {

    private static final String DIALOG = "document.querySelector('dialog[open]')";
    private static Browser browser;

    @TempDir
    private Path directory;
    private Home home;
    private Page page;
    /** None where the setup failed. */
    private final List<Page> pages = new ArrayList<>();
    private int port;

    @BeforeAll
    static void openBrowser() throws IOException {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        browser.close();
    }

    @BeforeEach
    void begin() throws Exception {
        home = new Home(directory);
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        home.controlFile("set daemon 1\nset reaction cycle\nset httpd port " + port + " and use address 127.0.0.1 allow admin:monit allow guest:guest read-only\n"
                + "check system plum\n" + Home.process("web", "0") + Home.process("db", "0"));
        home.start();
        home.await("both services", () -> home.runs("web") && home.runs("db"));
        page = browser.page();
        pages.add(page);
        page.sized(1280, 900);
    }

    @AfterEach
    void end() throws IOException {
        try {
            pages.forEach(Page::close);
        } finally {
            home.close();
        }
    }

    private Page open(String user, String path) throws Exception {
        home.await("the web server", this::listening);
        return page.at("http://" + user + "@127.0.0.1:" + port + path, "document.querySelector('h1')");
    }

    private boolean listening() {
        try (var socket = new java.net.Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String has(String selector, String text) {
        return "document.querySelector(" + Page.quoted(selector) + ")?.innerText.includes(" + Page.quoted(text) + ")";
    }

    @Test
    void actionsHappenAndAreSeen() throws Exception {
        open("admin:monit", "/").until(has("h1", "All is well: 3 services are OK"));

        page.click(".row[data-service=web] .more").until(DIALOG).click("dialog[open] button[value=stop]").until("document.querySelector('dialog[open] .grave')");
        page.click("dialog[open] .grave").until(has("#notes", "web was stopped"));
        assertFalse(home.runs("web"));

        page.click(".row[data-service=web] .more").until(DIALOG).click("dialog[open] button[value=start]").until("document.querySelector('dialog[open] .go')");
        page.click("dialog[open] .go").until(has("#notes", "web was started"));
        home.await("the service", () -> home.runs("web"));

        long before = home.pid("db.pid");
        page.click(".row[data-service=db] .more").until(DIALOG).click("dialog[open] button[value=restart]").until("document.querySelector('dialog[open] .go')");
        page.click("dialog[open] .go").until(has("#notes", "db was restarted"));
        home.await("another process", () -> home.runs("db") && home.pid("db.pid") != before);
        assertEquals(List.of(), page.complaints);
    }

    @Test
    void aCrashIsSeenWithoutLoadingAgainAndStandsInTheEvents() throws Exception {
        open("admin:monit", "/service/web").until(has("main", Long.toString(home.pid("web.pid"))));
        long before = home.pid("web.pid");

        home.crash("web");

        home.await("another process", () -> home.runs("web") && home.pid("web.pid") != before);
        page.until(has("main", Long.toString(home.pid("web.pid"))));
        page.at("http://127.0.0.1:" + port + "/events", has("main", "process is not running"));
    }

    @Test
    void isToldToKeepQuietAndShowsIt() throws Exception {
        open("admin:monit", "/service/web").until(has("main", "Silence"));
        page.click(".heading [data-do=silence]").until(DIALOG);
        page.eval("document.querySelector('dialog[open] input').value = 'deploy <b>it</b>'");
        page.click("dialog[open] button.go").until(has(".heading", "Silenced until"));
        assertEquals("true", page.eval("String(" + has(".heading .calm", "by admin: deploy <b>it</b>") + ")"));

        page.at("http://127.0.0.1:" + port + "/", has(".problems", "Silenced until"));
        page.until(has(".row[data-service=web]", "silenced"));
        page.at("http://127.0.0.1:" + port + "/service/web", has(".heading", "End it"));
        page.click("[data-do=unsilence]").until(DIALOG).click("dialog[open] button.go").until("!document.querySelector('.heading .calm')");

        page.at("http://127.0.0.1:" + port + "/", has("h1", "All is well"));
        page.click("[data-do=silence]").until(DIALOG).click("dialog[open] button.go").until(has(".problems", "all services"));
        assertEquals(List.of(), page.complaints);
    }

    @Test
    void everyPageIsThere() throws Exception {
        open("admin:monit", "/log").until(has("main", "'plum' jmonit"));
        page.at("http://127.0.0.1:" + port + "/about", has(".configuration", "check process web"));
        page.until(has(".configuration", "admin:\"****\""));
        assertEquals(List.of(), page.complaints);
    }

    @Test
    void readersMayOnlyLook() throws Exception {
        open("guest:guest", "/").until(has("h1", "All is well"));

        assertEquals("0", page.eval("document.querySelectorAll('[data-do]').length"));
        assertEquals("403", page.eval("fetch(new URL('/api/v1/actions', location.origin), {method: 'POST', headers: {'Content-Type': 'application/json'},"
                + " body: '{\"action\":\"stop\",\"all\":true}'}).then(r => String(r.status))"));
    }
}
