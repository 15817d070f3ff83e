package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.BuiltIn;
import jmonit.diagnostic.Report;
import jmonit.os.FakeAccounts;
import jmonit.os.FakeFiles;
import jmonit.os.FakeHost;

/** What one statement of a service means, in the words of Monit's own listing. */
class ServiceMeaningTest {
    private static final FakeHost HOST = FakeHost.plum();
    private static final FakeAccounts NOBODY = new FakeAccounts();

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        if child > 5 then alert                                 ~ Children = if greater than 5 then alert
        if disk read > 5 per second then alert                  ~ Disk read limit = if greater than 5 B/s then alert
        if read > 5 MB seconds then alert                       ~ Read limit = if greater than 5 MB/s then alert
        if failed port 80 type udp protocol https then alert    ~ Port = if failed [localhost]:80 type TCP/IP protocol HTTP with timeout 5 s using TLS then alert
        if failed port 80 protocol ntp3 type tcp then alert     ~ Port = if failed [localhost]:80 type TCP/IP protocol NTP3 with timeout 5 s then alert
        if failed port 80 content = "x" protocol http then alert ~ Port = if failed [localhost]:80 type TCP/IP protocol HTTP with timeout 5 s then alert
        if failed port 80 send "a" protocol http then alert     ~ Port = if failed [localhost]:80 type TCP/IP protocol HTTP with timeout 5 s then alert
        if failed unixsocket /x protocol https then alert       ~ Unix Socket = if failed /x type TCP protocol HTTP with timeout 5 s then alert
        if failed port 80 protocol websocket request "/a b" then alert ~ Port = if failed [localhost]:80/a b type TCP/IP protocol WEBSOCKET with timeout 5 s then alert
        if failed url http://a.b/c#d then alert                 ~ Port = if failed [a.b]:80/c type TCP/IP protocol HTTP with timeout 5 s then alert
        if failed url http://a.b/<x>%20?y={z} then alert        ~ Port = if failed [a.b]:80/%3Cx%3E%2520?y=%7Bz%7D type TCP/IP protocol HTTP with timeout 5 s then alert
        start program = "/bin/sh -c 'a'b c"                     ~ Start program = '/bin/sh -c 'a'b c' timeout 30 s
        start program = "/bin/sh -c 'a \\\\.b '"                ~ Start program = '/bin/sh -c a \\.b' timeout 30 s
        start "/bin/true" " 'x' "                               ~ Start program = '/bin/true x' timeout 30 s
        every "  1 * * * * "                                    ~ Every = Check service every 1 * * * *
        """)
    void aProcess(String clause, String meaning) throws IOException {
        assertMeans("check process p with pidfile /p\n" + clause, meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        if matching "x" then alert                ~ Content = if content = "x" then alert
        if content = " 'a' " then alert           ~ Content = if content = "a" then alert
        if content = "a\\\\.b\\0x41" then alert   ~ Content = if content = "a\\.bA" then alert
        if content = a=b then alert               ~ Content = if content = "a=b" then alert
        if match =x then alert                    ~ Content = if content = "=x" then alert
        if changed permission then alert else if passed then stop ~ Permission = if changed then alert
        """)
    void aFile(String clause, String meaning) throws IOException {
        assertMeans("check file f with path /f\n" + clause, meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        if total upload > 5 in last hour then alert          ~ Total upload bytes = if greater than 5 B in last 1 hour(s) then alert
        if total upload > 5 MB in last 0 hours then alert    ~ Total upload bytes = if greater than 5 MB in last 0 hour(s) then alert
        if changed link then alert else if passed then stop  ~ Link capacity = if changed then alert else if succeeded then stop
        """)
    void aNetwork(String clause, String meaning) throws IOException {
        assertMeans("check network n with interface lo\n" + clause, meaning);
    }

    @Test
    void aFilesystemNeedsNoPath() throws IOException {
        assertMeans("check filesystem f with path zroot/data", "Path = zroot/data");
    }

    @Test
    void aGroupIsSpelledAsAtFirst() throws IOException {
        assertMeans("check process p with pidfile /p group Web\ncheck process q with pidfile /q group a group web", "Group = a, Web");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        if failed md5 checksum then alert                            ~ a process has no "md5" to test in this way
        if 0 restarts within 5 cycles then alert                     ~ no restart at all cannot be counted
        if failed port 80 port 81 then alert                         ~ this connection test has two of "port"
        if failed unixsocket /x port 80 then alert                   ~ "port" does not go with "unixsocket"
        if failed unixsocket /x with ssl then alert                  ~ "ssl" does not go with "unixsocket"
        if failed url http://a.b/ port 80 then alert                 ~ "port" does not go with "url"
        if failed host http://a.b port 80 then alert                 ~ "http://a.b" is no host
        if failed port 80 protocol mysql rsakey checksum 5d41402abc4b2a76b9719d911017c592 then alert ~ a key is only seen when logging in
        if failed port 80 protocol websocket request "x" then alert  ~ "x" is no path
        start program = "/bin/sh ' x"                                ~ a single quote in this command is not closed
        start program :"/bin/true"                                   ~ ":" is not a program
        every "* * * * *                                             ~ this string has no closing quote
        """)
    void whatIsRefused(String clause, String headline) {
        var report = Report.of(read("check process p with pidfile /p\n" + clause + "\n").diagnostics());

        assertEquals(List.of(headline), report.diagnostics().stream().map(d -> d.message()).toList());
        assertEquals(1, report.errors());
    }

    @Test
    void aQuotedPathBeginsWithASlash() {
        var report = Report.of(read("check file f with path \"x\"\n").diagnostics());

        assertEquals(1, report.errors());
    }

    private static Reading.Result read(String text) {
        return Reading.of("/monitrc", BuiltIn.CATALOG, new FakeFiles().file("/monitrc", text), HOST.name());
    }

    private static void assertMeans(String text, String meaning) throws IOException {
        var result = read(text + "\n");
        var out = new StringBuilder();
        new Meaning(BuiltIn.CATALOG, new FakeFiles(), NOBODY, Places.of("/monitrc", HOST, NOBODY)).print(result.controlFile(), out);

        assertEquals(0, Report.of(result.diagnostics()).errors());
        assertTrue(out.toString().lines().map(l -> l.strip().replaceFirst(" +=", " =")).anyMatch(meaning::equals), out.toString());
    }
}
