package jmonit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.model.EventKind;
import jmonit.model.Readings.Notes;
import jmonit.model.Snapshot;
import jmonit.model.Unit;

class MetricsTextTest {

    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final String NASTY = "a\"b\\c\nd";

    private static String text(boolean open) {
        var own = new OwnFigures(Map.of(EventKind.PID, 3L), new OwnFigures.Memory(1, 2, 3, 4), List.of(new OwnFigures.Collector("Copy", 5,
                Duration.ofMillis(6))), 7, Duration.ofSeconds(8), 9);
        var seen = Capture.snapshot();
        var views = new java.util.ArrayList<>(seen.services());
        views.add(Capture.like(Capture.view(seen, "vm"), NASTY, new Notes().amount("space.total", Unit.BYTES, 5).count("inodes.total", 5)
                .amount("memory.total", Unit.BYTES, 5).amount("duration", Unit.MILLISECONDS, 1500).count("certificate.days.3", 2)
                .amount("new thing", Unit.PERCENT, 50).readings()));
        return new MetricsText(Capture.instance(), own).text(new Snapshot(seen.at(), seen.settings(), views, seen.events()), open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jmonit_build_info{version=\"5.33.0\"} 1", "jmonit_uptime_seconds 9", "jmonit_services{state=\"unmonitored\"} 1",
            "jmonit_service_up{service=\"p\",type=\"process\"} 0", "jmonit_service_up{service=\"ff\",type=\"fifo\"} 1",
            "jmonit_service_silenced{service=\"manual\",type=\"process\"} 0", "jmonit_service_acknowledged{service=\"manual\",type=\"process\"} 0",
            "jmonit_service_monitored{service=\"manual\",type=\"process\"} 0", "jmonit_service_state{service=\"kid\",type=\"process\",state=\"initialising\"} 1",
            "jmonit_reading_memory_bytes{service=\"p\",type=\"process\"} 20635648", "jmonit_reading_cpu_ratio{service=\"p\",type=\"process\"} 0.002",
            "jmonit_reading_uptime_seconds{service=\"p\",type=\"process\"} 7", "jmonit_reading_loadavg_1{service=\"vm\",type=\"system\"} 1.19",
            "jmonit_reading_disk_read_total{service=\"p\",type=\"process\"} 797", "jmonit_reading_read_bytes_total{service=\"fs\",type=\"filesystem\"} 12290118656",
            "jmonit_reading_space_size_bytes{service=\"a\\\"b\\\\c\\nd\",type=\"system\"} 5", "jmonit_reading_block_size_bytes{service=\"fs\",type=\"filesystem\"} 4096",
            "jmonit_reading_link_speed_bytes_per_second{service=\"vv0\",type=\"network\"} 1250000000",
            "jmonit_reading_download_packets_total{service=\"vv0\",type=\"network\"} 7", "jmonit_probe_success{service=\"nohost\",type=\"host\",probe=\"ping\"} 0",
            "jmonit_probe_duration_seconds{service=\"h\",type=\"host\",probe=\"localhost-27822-default\"} 5.3E-5",
            "jmonit_probe_phase_seconds{service=\"h\",type=\"host\",probe=\"localhost-27822-default\",phase=\"connect\"} 2.65E-5",
            "jmonit_reading_certificate_validity_seconds{service=\"h\",type=\"host\",rule=\"3\"} 2505600",
            "jmonit_service_up{service=\"a\\\"b\\\\c\\nd\",type=\"system\"} 1", "jmonit_events_total{kind=\"pid\"} 3", "jmonit_jvm_gc_seconds_total{collector=\"Copy\"} 0.006"})
    void tellsInBaseUnits(String line) {
        assertTrue(text(false).contains("\n" + line + "\n"), () -> line + " is not in\n" + text(false));
    }

    @Test
    void saysNothingOfAServiceNobodyLooksAt() {
        assertFalse(text(false).contains("jmonit_service_up{service=\"manual\""));
        assertFalse(text(false).contains("jmonit_service_up{service=\"kid\""));
    }

    @Test
    void eachFamilyIsDescribedOnceAndStandsTogether() {
        var seen = new HashSet<String>();
        String last = "";
        for (String line : text(false).split("\n")) {
            String name = line.startsWith("# ") ? line.split(" ")[2] : line.split("[{ ]")[0];
            assertTrue(name.equals(last) || seen.add(name), name);
            last = name;
        }
    }

    @Test
    void theOpenFormNamesFamiliesOfCountersWithoutTotalAndHasAnEnd() {
        String text = text(true);

        assertTrue(text.endsWith("\n# EOF\n"));
        assertTrue(text.contains("# TYPE jmonit_events counter\njmonit_events_total{"), text);
        assertFalse(text.contains("_total counter"));
        var families = text.lines().filter(l -> l.startsWith("# TYPE ")).map(l -> l.split(" ")[2]).toList();
        assertEquals(families.size(), new HashSet<>(families).size());
        assertFalse(text(false).contains("# EOF"));
    }

    @Test
    @Tag("live")
    void promtoolHasNothingToComplainAbout() throws Exception {
        assumeTrue(Files.isExecutable(PROMTOOL), "promtool, of the Debian package prometheus, is not installed");
        var process = new ProcessBuilder(PROMTOOL.toString(), "check", "metrics").redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(text(false).getBytes(StandardCharsets.UTF_8));
        }

        String complaints = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals("", complaints);
        assertEquals(0, process.waitFor());
    }
}
