package jmonit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import jmonit.BuiltIn;
import jmonit.config.Reading;
import jmonit.os.FakeFiles;

class ConfigurationSecretsTest {

    @Test
    void showsNeitherSecretsNorAddressesOfOutlets() {
        var text = "set webhook hook url \"https://u:pass@example.org/sesame?q=sesame\" secret \"sesame\" template 'sesame'\n";

        var settings = Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", text), "plum").controlFile().settings();
        var out = new StringBuilder();
        new ConfigurationText(out).write(settings);

        String shown = out.toString().lines().filter(l -> l.contains("hook")).findFirst().orElse("");
        assertEquals("set webhook hook url \"https://example.org:443/****\" secret \"****\" with timeout 10 seconds", shown);
    }

    private static String shown(String text) {
        var out = new StringBuilder();
        new ConfigurationText(out).write(Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", text), "plum").controlFile().settings());
        return out.toString().lines().filter(l -> l.matches("set (syslog|exec|nats) .*")).collect(Collectors.joining("\n"));
    }

    @Test
    void showsOutletsSoThatTheyCanBeReadAgain() {
        var expected = """
                set syslog near url "unix:///dev/log" facility daemon tag jmonit format rfc3164 with timeout 10 seconds
                set syslog far url "tls://[::1]:6514" facility local4 tag jmonit format rfc5424 data "x@1" with timeout 10 seconds
                set exec page program "/bin/page 'a b'" as uid nobody with timeout 30 seconds
                set nats "nats://u:****@a:4222" "nats://****@b:1" subject j stream S status every 1 minute with timeout 5 seconds
                set nats "tls://c:4222" token "****" nkey /k credentials /c subject jmonit status never with timeout 5 seconds""";

        var first = shown("""
                set syslog near
                set syslog far url "tls://[::1]" facility local4 data "x@1"
                set exec page program "/bin/page 'a b'" as uid nobody
                set nats "nats://u:sesame@a" "nats://sesame@b:1" subject j stream S status every 60 seconds
                set nats "tls://c" token "sesame" nkey /k credentials /c status never
                """);

        assertEquals(expected, first);
        assertEquals(expected, shown(first));
    }
}
