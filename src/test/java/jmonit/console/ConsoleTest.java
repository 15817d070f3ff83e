package jmonit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonParser;

@Tag("live")
@Tag("browser")
class ConsoleTest {

    private static final String DIALOG = "document.querySelector('dialog[open]')";
    private static Browser browser;

    private ScriptedDaemon daemon;
    private Page page;

    @BeforeAll
    static void openBrowser() throws IOException {
        assumeTrue(Browser.there(), "no chromium: apt-get install chromium");
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void complainedOfNothing() {
        page.close();
        daemon.close();
        assertEquals(List.of(), page.complaints);
    }

    private Page open(Scene scene, String path) throws Exception {
        daemon = ScriptedDaemon.play(scene);
        page = browser.page().sized(1280, 900);
        return page.at(daemon.address(path), "document.querySelector('h1')");
    }

    private Page overview(Scene scene) throws Exception {
        return open(scene, "/").until("document.querySelector('.row')");
    }

    private static String has(String selector, String text) {
        return "document.querySelector(" + Page.quoted(selector) + ")?.innerText.includes(" + Page.quoted(text) + ")";
    }

    @Test
    void theFirstLineSaysWhetherAllIsWell() throws Exception {
        overview(Scenes.calm());

        assertEquals("All is well: 16 services are OK", page.text("h1"));
        assertEquals("web1.example.org", page.eval("document.title"));
    }

    @Test
    void whatIsWrongStandsFirstAndTheLikelyCauseBeforeAll() throws Exception {
        overview(Scenes.trouble()).until(has(".problem", "restarted it 3 times"));

        assertEquals("3 of 16 services are failing", page.text("h1"));
        assertEquals("3 failing · web1.example.org", page.eval("document.title"));
        assertEquals("postgres,shop-app,var", page.eval("[...document.querySelectorAll('.problem h2 a')].map(a => a.innerText).join()"));
        assertTrue(page.text(".problem:nth-child(2)").contains("HTTP error: Server returned status 502"));
        assertTrue(page.text(".problem:nth-child(2)").contains("Perhaps because of postgres, which it needs and which is failing."));
        assertTrue(page.text(".problems").contains("1 service is not being watched: worker-3"));
    }

    @Test
    void whatWasGivenUpIsAsWrongAsWhatFails() throws Exception {
        var scene = Scenes.calm();
        scene.actor("redis").orElseThrow().givenUp("service restarted 3 times within 5 cycles(s) - unmonitor", 300);
        overview(scene).until(has(".problem", "service restarted 3 times within 5 cycles(s) - unmonitor"));

        assertEquals("redis was given up", page.text("h1"));
        assertTrue(page.text(".problem").contains("given up"), page.text(".problem"));
        assertEquals("", page.text(".others"));
    }

    @Test
    void whatChangesIsShownWithoutLoadingAgain() throws Exception {
        overview(Scenes.calm());
        page.eval("window.same = true");
        var nginx = daemon.scene.actor("nginx").orElseThrow();

        nginx.fails("nonexist", "Does not exist", 0, "process is not running", "if does not exist then restart", 3);
        daemon.changed(nginx);

        page.until(has("h1", "1 of 16 services is failing")).until(has(".row[data-service=nginx]", "Does not exist"));
        assertEquals("true", page.eval("window.same"));
        assertEquals("live", page.text("#link"));
    }

    @Test
    void whereThereIsNoStreamTheDaemonIsAsked() throws Exception {
        daemon = ScriptedDaemon.play(Scenes.calm());
        daemon.streams = false;
        page = browser.page().sized(1280, 900).at(daemon.address("/"), "document.querySelector('.row')");

        daemon.scene.actor("nginx").orElseThrow().fails("nonexist", "Does not exist", 0, "process is not running", "if does not exist then restart", 3);

        page.until(has("#link", "every 5 s")).until(has("h1", "1 of 16 services is failing"));
    }

    @Test
    void aDaemonThatIsGoneIsToldLoudlyAndItsReturnSeen() throws Exception {
        overview(Scenes.calm()).until(has("#link", "live"));
        int port = daemon.port();
        daemon.close();

        page.until(has("#banner", "jmonit does not answer")).until(has("#banner", "What you see is")).until("document.title.startsWith('no answer')");
        page.until(has("h1", "Not known now. Last seen: All is well: 16 services are OK")).shoot(Path.of("target/screenshots/lost.png"));

        daemon = ScriptedDaemon.play(Scenes.trouble(), port);
        page.click("#banner button").until("document.querySelector('#banner').hidden").until(has("h1", "3 of 16 services are failing"));
    }

    @Test
    void namesAndOutputAreNeverMarkup() throws Exception {
        overview(Scenes.ugly()).until("document.querySelector('.did')");

        assertEquals("0", page.eval("document.querySelectorAll('main script, main img, main b b').length"));
        assertFalse(page.eval("document.title").contains("owned"));
        page.click(".problem h2 a").until(has(".output", Scene.SCRIPT));
        assertEquals("0", page.eval("document.querySelectorAll('main script, main img').length"));
        assertTrue(page.text(".output").contains("red \ufffdright to left"), page.text(".output").substring(0, 120));
    }

    @Test
    void oddNamesHavePagesToo() throws Exception {
        overview(Scenes.ugly());

        page.click(".row[data-service^='a/b'] a").until(has("h1", "a/b c%2f?#&=+ü/")).until("document.querySelector('.facts')");
        assertEquals("/service/a%2Fb%20c%252f%3F%23%26%3D%2B%C3%BC%2F", page.eval("location.pathname"));
        page.at(daemon.address("/service/__proto__"), has("h1", "__proto__"));
    }

    @Test
    void searchAndFilterStandInTheAddress() throws Exception {
        overview(Scenes.trouble()).press("/").until("document.activeElement.id === 'search'");

        page.press("w", "o", "r", "k", "e", "r").until("document.querySelectorAll('.row').length === 5");
        page.click(".chips [data-state=unmonitored]").until("document.querySelectorAll('.row').length === 1");

        assertEquals("?q=worker&state=unmonitored", page.eval("location.search"));
        page.at(daemon.address("/?q=worker&state=unmonitored"), "document.querySelectorAll('.row').length === 1");
        page.eval("document.querySelector('#search').value = 'nosuch'; document.querySelector('#search').dispatchEvent(new Event('input'))");
        page.until(has(".list", "No service is like that")).click(".list .all").until("document.querySelectorAll('.row').length > 15");
    }

    @Test
    void theKeyboardIsEnough() throws Exception {
        overview(Scenes.trouble()).until("document.querySelector('.problem')").press("j", "j").until("document.activeElement.innerText === 'shop-app'");

        page.press("Enter").until("location.pathname === '/service/shop-app'").until("document.querySelector('.facts')");
        page.press("u").until("location.pathname === '/'").press("?").until(DIALOG + "?.innerText.includes('Keyboard')");
        page.press("Escape").until("!" + DIALOG).press("g", "e").until("location.pathname === '/events'");
        page.eval("history.back()");
        page.until("location.pathname === '/'").until("document.querySelector('.problem')");
    }

    @Test
    void asksBeforeItActsAndNamesAllWhoAreConcerned() throws Exception {
        overview(Scenes.calm());

        page.click(".row[data-service=postgres] .more").until(DIALOG).click("dialog[open] button[value=stop]").until(DIALOG + "?.innerText.includes('Stop postgres?')");
        assertTrue(page.text("dialog[open]").contains("What needs it is stopped, too:\n\nshop-app and nginx"), page.text("dialog[open]"));
        assertEquals("Cancel", page.eval("document.activeElement.innerText"));
        page.press("Escape").until("!" + DIALOG);
        assertEquals(List.of(), daemon.posted);

        page.click(".row[data-service=postgres] .more").until(DIALOG).click("dialog[open] button[value=stop]").until("document.querySelector('dialog[open] .grave')");
        page.click("dialog[open] .grave").until(has("#notes", "postgres was stopped"));
        assertEquals("{\"action\":\"stop\",\"services\":[\"postgres\"],\"wait\":20,\"to\":\"actions\"}", daemon.posted.getFirst().toString());
    }

    @Test
    void whatDidNotWorkIsToldInTheWordsOfTheDaemon() throws Exception {
        overview(Scenes.trouble());
        daemon.outcome = JsonParser.parseString("{'results':[{'service':'var','state':'failed','reason':'another order is being carried out'}]}").getAsJsonObject();

        page.click(".problem[data-key=var] [data-action=unmonitor]").until(DIALOG).click("dialog[open] .grave").until(has("#notes", "var: another order is being carried out"));

        daemon.outcome = ScriptedDaemon.refusal(403, "You do not have sufficient privileges");
        page.click(".problem[data-key=postgres] [data-action=restart]").until(DIALOG).click("dialog[open] .go").until(has("#notes", "postgres: You do not have sufficient privileges"));
    }

    @Test
    void groupsAreOrderedAboutTogether() throws Exception {
        overview(Scenes.calm()).click("button.more[data-group=database]").until(DIALOG).click("dialog[open] button[value=restart]").until("document.querySelector('dialog[open] .go')");

        assertTrue(page.text("dialog[open]").contains("Restart the group database?"));
        page.click("dialog[open] .go").until(has("#notes", "the group database: done"));
        assertEquals("[\"postgres\",\"redis\"]", daemon.posted.getFirst().get("services").toString());
    }

    @Test
    void theDaemonIsToldToReloadAndItsMistakesAreShown() throws Exception {
        open(Scenes.calm(), "/about").until(has(".configuration", "admin:****")).until("document.querySelector('[data-action=reload]')");
        daemon.outcome = JsonParser.parseString("{'state':'failed','reason':'/etc/monitrc:3: unknown word'}").getAsJsonObject();

        page.click("[data-action=reload]").until(DIALOG).click("dialog[open] .go").until(has("#notes", "/etc/monitrc:3: unknown word"));
    }

    @Test
    void readersSeeNoButtonsAndNoLog() throws Exception {
        overview(Scenes.trouble().forReaders());

        assertEquals("0", page.eval("document.querySelectorAll('[data-do]').length"));
        assertEquals("Overview,Events,About", page.eval("[...document.querySelectorAll('nav a')].map(a => a.firstChild.data).join()"));
        page.at(daemon.address("/log"), has("main", "Who may only look does not get to see the log."));
        page.at(daemon.address("/about"), has("main", "Who may only look does not get to see the configuration."));
    }

    @Test
    void theAddressThatMonitHasForAServiceShowsItsPage() throws Exception {
        open(Scenes.trouble(), "/postgres").until("document.querySelector('.facts')");

        assertEquals("/service/postgres", page.eval("location.pathname"));
        page.at(daemon.address("/service/nosuch"), has("h1", "There is no service nosuch"));
    }

    @Test
    void aServiceShowsRulesAgainstTheirLimitsAndCanBeRead() throws Exception {
        open(Scenes.trouble(), "/service/var").until("document.querySelector('.chart .limit')");

        assertTrue(page.text(".rules").contains("if space usage > 90% for 5 cycles then alert"));
        assertTrue(page.text(".measured").contains("96.1%"));
        assertTrue(page.text(".measured").contains("fails above 90%"));
        page.eval("document.querySelector('.canvas').focus()");
        page.press("ArrowLeft").until("/^\\d\\d:\\d\\d: .* %, between/.test(document.querySelector('.canvas').getAttribute('aria-valuetext'))");
    }

    @Test
    void eventsAreFilteredAndComeAsTheyHappen() throws Exception {
        open(Scenes.trouble(), "/events?service=postgres").until("document.querySelectorAll('.event').length === 3");

        var db = daemon.scene.actor("postgres").orElseThrow();
        daemon.scene.happened(0, db, "pid", "changed", "process PID changed", "alert");
        daemon.send("event", daemon.scene.events.getFirst());

        page.until("document.querySelectorAll('.event').length === 4");
        page.eval("document.querySelector('[name=side]').value = 'changed'; document.querySelector('[name=side]').dispatchEvent(new Event('input', {bubbles: true}))");
        page.until("document.querySelectorAll('.event').length === 1");
        assertEquals("?service=postgres&side=changed", page.eval("location.search"));
    }

    @Test
    void theLogGrowsAndIsFollowed() throws Exception {
        open(Scenes.trouble(), "/log").until("document.querySelectorAll('.line').length === 300");

        daemon.logged("the newest line");

        page.until(has(".line:last-child", "the newest line")).until("(p => p.scrollTop + p.clientHeight > p.scrollHeight - 5)(document.querySelector('.paper'))");
        page.eval("document.querySelector('#search').value = 'ERROR'; document.querySelector('#search').dispatchEvent(new Event('input'))");
        page.until("document.querySelectorAll('.line').length === 6");
    }

    @Test
    void smallNumbersAreNotAllZero() throws Exception {
        overview(Scenes.calm());

        assertEquals("0.0025 %, 0.01 %, 12.5 %, 0 %", page.eval("""
                import('/console/unit.js').then(unit => [0.0025, 0.01, 12.5, 0].map(value => unit.inWords(value, 'percent')).join(', '))"""));
    }

    @Test
    void whatIsBeingRestartedIsNotCalledLate() throws Exception {
        overview(Scenes.calm());

        assertEquals("false true", page.eval("""
                import('/console/row.js').then(({row}) => ['restart', ''].map(doing =>
                    row({name: 'web', state: 'failing', readings: [], late: true, doing}, 'web').textContent.includes('late')).join(' '))"""));
    }

    @Test
    void aRuleOfWhatIsNotWatchedIsNotCalledOk() throws Exception {
        overview(Scenes.calm());

        assertEquals("unmonitored ok failing", page.eval("""
                import('/console/rule.js').then(({rule}) => [[false, false], [true, false], [true, true]].map(([watched, failing]) =>
                    rule({text: 'if', file: 'rc', line: 1, failing}, watched).classList[1]).join(' '))"""));
    }

    @Test
    void ofLongOutputTheEndIsSeen() throws Exception {
        overview(Scenes.calm());

        assertEquals("true", page.eval("""
                import('/console/dom.js').then(({h}) => {
                    const output = h('pre.output', {}, 'a line\\n'.repeat(100) + 'the end');
                    document.querySelector('main').replaceChildren(output);
                    const range = document.createRange();
                    range.setStart(output.firstChild, output.firstChild.length - 7);
                    range.setEnd(output.firstChild, output.firstChild.length);
                    return range.getBoundingClientRect().bottom <= output.getBoundingClientRect().bottom;
                })"""));
    }

    @Test
    void theOrderOfTheListCanBeReadOnAPhone() throws Exception {
        daemon = ScriptedDaemon.play(Scenes.trouble());
        page = browser.page().sized(390, 844).at(daemon.address("/"), "document.querySelector('.row')");

        assertEquals("true", page.eval("document.querySelector('.tools > select').offsetWidth > 110"));
    }

    @Test
    void aThousandServicesAreNoBurden() throws Exception {
        daemon = ScriptedDaemon.play(Scenes.thousand());
        page = browser.page().sized(1280, 900).at(daemon.address("/"), "document.querySelectorAll('.row').length === 1000");

        double drawn = Double.parseDouble(page.eval("performance.now()"));
        String change = """
                (async () => {
                    const { store, takeChange } = await import('/console/store.js');
                    const services = [...store.services.values()].map(s => ({...s, checked: new Date().toISOString()}));
                    const begin = performance.now();
                    takeChange({at: new Date().toISOString(), services});
                    document.body.offsetHeight;
                    return performance.now() - begin;
                })()""";
        double changed = Double.parseDouble(page.eval(change));

        System.out.println("1000 services: drawn after " + Math.round(drawn) + " ms, all changed in " + Math.round(changed) + " ms");
        assertTrue(drawn < 10_000 && changed < 2_000, drawn + " " + changed);
    }
}
