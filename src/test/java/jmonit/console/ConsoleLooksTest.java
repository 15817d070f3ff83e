package jmonit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page by day, by night and on a phone: nothing sticks out, nobody is shut out, and pictures for the eye in target/screenshots. */
@Tag("live")
@Tag("browser")
class ConsoleLooksTest {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final int DESK = 1280;
    private static final int PHONE = 390;
    private static Browser browser;

    /** What to look at: a name for the picture, a scene, an address and what has to be seen before {@code then} is done and the picture taken. */
    record Sight(String name, Scene scene, String address, String until, String then) {

        Sight(String name, Scene scene, String address, String until) {
            this(name, scene, address, until, "");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Browser.there(), "no chromium: apt-get install chromium");
        browser = Browser.open();
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<Sight> sights() {
        String rows = "document.querySelector('.row .spark circle') && document.fonts.status === 'loaded'";
        String charts = "document.querySelectorAll('.chart').length > 1 && document.querySelector('.event')";
        return Stream.of(
                new Sight("trouble", Scenes.trouble(), "/", rows + " && document.querySelector('.did')"),
                new Sight("dialog", Scenes.trouble(), "/", rows + " && document.querySelector('[data-key=postgres]')",
                        "document.querySelector('[data-key=postgres] [data-action=stop]').click()"),
                new Sight("choice", Scenes.calm(), "/", rows, "document.querySelector('.more[data-group=shop]').click()"),
                new Sight("keys", Scenes.calm(), "/", rows, "document.querySelector('#help').click()"),
                new Sight("reader", Scenes.trouble().forReaders(), "/", rows),
                new Sight("calm", Scenes.calm(), "/", rows),
                new Sight("empty", new Scene(), "/", "document.querySelector('h1.unmonitored')"),
                new Sight("disaster", Scenes.disaster(), "/", rows),
                new Sight("ugly", Scenes.ugly(), "/", "document.querySelector('.row .spark')"),
                new Sight("thousand", Scenes.thousand(), "/", rows),
                new Sight("service", Scenes.trouble(), "/service/postgres", charts),
                new Sight("filesystem", Scenes.trouble(), "/service/var", charts.replace("> 1", "> 0")),
                new Sight("app", Scenes.trouble(), "/service/shop-app", charts),
                new Sight("uglyservice", Scenes.ugly(), "/service/" + "%3Cscript%3Edocument.title%3D'owned'%3C%2Fscript%3E", "document.querySelector('.output')"),
                new Sight("gone", Scenes.calm(), "/service/nosuch", "document.querySelector('h1 q')"),
                new Sight("events", Scenes.trouble(), "/events", "document.querySelector('.event')"),
                new Sight("uglyevents", Scenes.ugly(), "/events", "document.querySelector('.event')"),
                new Sight("log", Scenes.trouble(), "/log", "document.querySelector('.line')"),
                new Sight("about", Scenes.trouble(), "/about", "document.querySelector('.configuration') && document.querySelector('dl.facts')"));
    }

    @ParameterizedTest
    @MethodSource("sights")
    void looksWellAndShutsNobodyOut(Sight sight) throws Exception {
        try (var daemon = ScriptedDaemon.play(sight.scene())) {
            for (Scenery scenery : List.of(new Scenery("desk", DESK, false), new Scenery("night", DESK, true), new Scenery("phone", PHONE, true))) {
                Page page = browser.page().sized(scenery.width(), 900).dark(scenery.dark()).at(daemon.address(sight.address()), sight.until());
                page.eval(sight.then());
                page.shoot(PICTURES.resolve(sight.name() + "-" + scenery.name() + ".png"));

                assertEquals("", page.eval(STICKING_OUT), scenery.name());
                assertEquals("", faults(page), scenery.name());
                assertEquals(List.of(), page.complaints, scenery.name());
                page.close();
            }
        }
    }

    record Scenery(String name, int width, boolean dark) {
    }

    /** What is wider than the screen, but for what scrolls in itself. */
    private static final String STICKING_OUT = """
            document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('main *, .top *')]
                .filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + '.' + e.className).slice(0, 5).join(' ')""";

    /** Faults that axe finds serious or worse. Of very many services, some will do. */
    private static String faults(Page page) throws IOException {
        try (InputStream in = ConsoleLooksTest.class.getResourceAsStream("/axe.min.js")) {
            page.eval(new String(in.readAllBytes(), StandardCharsets.UTF_8) + ";''");
        }
        return page.eval("""
                [...document.querySelectorAll('.row')].slice(40).forEach(row => row.remove());
                axe.run(document, {resultTypes: ['violations']}).then(r => r.violations
                    .filter(v => v.impact === 'serious' || v.impact === 'critical')
                    .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')).join(' | ')).join('\\n'))""");
    }
}
