package jmonit.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleSiteTest {

    private final ConsoleSite site = new ConsoleSite();

    private Optional<Response> get(String target, String... headers) throws Exception {
        var lines = new ArrayList<Header>();
        for (int at = 0; at < headers.length; at += 2) {
            lines.add(new Header(headers[at], headers[at + 1]));
        }
        var caller = new Caller(new Client.Remote(InetAddress.getLoopbackAddress()), false);
        return site.page(Request.of(new Raw("GET", target, new Headers(lines), new byte[0]), caller), false, new Stage().show());
    }

    private static String header(Response response, String name) {
        return new Headers(response.headers()).first(name).orElse("");
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?q=x", "/events?service=a", "/log", "/about", "/_runtime", "/service/a", "/service/b%20c", "/service/x%3Cy", "/a", "/B%20C"})
    void showsTheSameDocumentAtEachAddress(String target) throws Exception {
        var page = get(target).orElseThrow();

        assertEquals(Status.OK, page.status());
        assertEquals("text/html; charset=utf-8", header(page, "Content-Type"));
        assertTrue(text(page).startsWith("<!DOCTYPE html>"));
    }

    @Test
    void aServiceThatIsGoneIsNotFoundAndStillHasAPageThatSaysSo() throws Exception {
        var page = get("/service/nosuch").orElseThrow();

        assertEquals(Status.NOT_FOUND, page.status());
        assertTrue(text(page).startsWith("<!DOCTYPE html>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nosuch", "/console/", "/console/nosuch.js", "/console/../help/httpd.txt", "/console/%2e%2e/help/httpd.txt", "/console/..%2fhelp%2fhttpd.txt",
            "/console/console.css%00", "/console//console.css", "/console/CONSOLE.CSS", "/help/httpd.txt", "/console/help/httpd.txt"})
    void whatIsNoPartOfTheConsoleIsNotThere(String target) throws Exception {
        Optional<Response> page;
        try {
            page = get(target);
        } catch (Malformed e) {
            return;
        }
        assertTrue(page.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"/console/main.js, text/javascript; charset=utf-8", "/console/console.css, text/css; charset=utf-8", "/console/icon.svg, image/svg+xml",
            "/favicon.ico, image/svg+xml", "/console/index.html, text/html; charset=utf-8"})
    void filesHaveTheirTypes(String target, String type) throws Exception {
        assertEquals(type, header(get(target).orElseThrow(), "Content-Type"));
    }

    @Test
    void whoeverUnderstandsItIsSentTheCompressedForm() throws Exception {
        var plain = get("/console/main.js").orElseThrow();
        var packed = get("/console/main.js", "Accept-Encoding", "br, gzip;q=0.8").orElseThrow();

        assertEquals("", header(plain, "Content-Encoding"));
        assertEquals("gzip", header(packed, "Content-Encoding"));
        assertEquals("Accept-Encoding", header(packed, "Vary"));
        assertTrue(packed.body().length < plain.body().length);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertArrayEquals(plain.body(), in.readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip;q=0", "gzip; q=0.0", "identity", "br"})
    void whoeverDoesNotIsSentThePlainOne(String accepted) throws Exception {
        assertEquals("", header(get("/console/main.js", "Accept-Encoding", accepted).orElseThrow(), "Content-Encoding"));
    }

    @Test
    void whatTheBrowserHasIsNotSentAgain() throws Exception {
        var first = get("/console/main.js").orElseThrow();
        String tag = header(first, "ETag");

        var again = get("/console/main.js", "If-None-Match", "W/\"x\", " + tag).orElseThrow();

        assertEquals("private, no-cache", header(first, "Cache-Control"));
        assertEquals(Status.NOT_MODIFIED, again.status());
        assertEquals(0, again.body().length);
        assertEquals(tag, header(again, "ETag"));
        assertEquals(Status.OK, get("/console/main.js", "If-None-Match", "W/\"other\"").orElseThrow().status());
        assertEquals(Status.NOT_FOUND, get("/service/nosuch", "If-None-Match", header(get("/").orElseThrow(), "ETag")).orElseThrow().status());
    }
}
