package jmonit.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.Level;

import jmonit.os.LogFile;
import jmonit.os.Syslog;

class SinkTest {

    private static final Instant AT = Instant.parse("2026-11-21T07:08:07Z");

    private final List<String> written = new ArrayList<>();

    private final LogFile file = new LogFile() {

        @Override
        public void append(byte[] text) {
            written.add(new String(text, UTF_8));
        }

        @Override
        public void reopen() {
            written.add("reopened");
        }

        @Override
        public void close() {
            written.add("closed");
        }
    };

    private final Syslog syslog = new Syslog() {

        @Override
        public void send(byte[] packet) {
            written.add(new String(packet, UTF_8));
        }

        @Override
        public void close() {
            written.add("closed");
        }
    };

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"ERROR,error    ", "WARN,\"warning  \"", "INFO,\"info     \"", "DEBUG,\"debug    \""})
    void writesALineAsMonitDoes(Level level, String word) throws IOException {
        new FileSink(file, ZoneOffset.UTC).write(AT, level, "'p' text");

        assertEquals(List.of("[2026-11-21T07:08:07+0000] " + "%-9s".formatted(word) + ": 'p' text\n"), written);
    }

    @Test
    void tellsTheTimeOfThePlace() throws IOException {
        new FileSink(file, ZoneId.of("America/St_Johns")).write(AT, Level.INFO, "x");

        assertEquals(List.of("[2026-11-21T03:38:07-0330] info     : x\n"), written);
    }

    @Test
    void leavesATextOfManyLinesAsItIs() throws IOException {
        new FileSink(file, ZoneOffset.UTC).write(AT, Level.INFO, " New Monit id: 1\n Stored in '/x'");

        assertEquals(List.of("[2026-11-21T07:08:07+0000] info     :  New Monit id: 1\n Stored in '/x'\n"), written);
    }

    @ParameterizedTest
    @CsvSource({"'',INFO,14", "'',WARN,12", "'',ERROR,11", "'',DEBUG,15", "log_local3,INFO,158", "log_local3,WARN,156",
            "log_local3,ERROR,155", "log_daemon,INFO,30"})
    void tellsTheSystemLogWhatMonitTellsIt(String facility, Level level, int priority) throws IOException {
        new SyslogSink(syslog, facility, "monit[14633]", ZoneOffset.UTC).write(AT, level, "'vm' Monit 5.33.0 started");

        assertEquals(List.of("<" + priority + ">Nov 21 07:08:07 monit[14633]: 'vm' Monit 5.33.0 started"), written);
    }

    @Test
    void putsABlankBeforeADayOfOneDigit() throws IOException {
        new SyslogSink(syslog, "", "j[1]", ZoneOffset.UTC).write(Instant.parse("2026-01-02T03:04:05Z"), Level.INFO, "x");

        assertEquals(List.of("<14>Jan  2 03:04:05 j[1]: x"), written);
    }

    @Test
    void printsWhatIsWrongToTheErrorOutputAndTheRestToTheOther() throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var sink = new ConsoleSink(new PrintStream(out), new PrintStream(err));

        sink.write(AT, Level.DEBUG, "d");
        sink.write(AT, Level.INFO, "i");
        sink.write(AT, Level.WARN, "w");
        sink.write(AT, Level.ERROR, "e");

        assertEquals("d\ni\n", out.toString(UTF_8));
        assertEquals("w\ne\n", err.toString(UTF_8));
    }

    @Test
    void tellsTheJournalHowSeriousEachLineIs() throws IOException {
        var out = new ByteArrayOutputStream();
        var sink = new JournalSink(new PrintStream(out));

        sink.write(AT, Level.DEBUG, "d");
        sink.write(AT, Level.INFO, "i");
        sink.write(AT, Level.WARN, "w");
        sink.write(AT, Level.ERROR, "e\nmore");

        assertEquals("<7>d\n<6>i\n<4>w\n<3>e\n<3>more\n", out.toString(UTF_8));
    }
}
