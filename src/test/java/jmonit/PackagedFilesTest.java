package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import jmonit.config.Reading;
import jmonit.os.FakeFiles;

/** The control files of the Debian package, and what dpkg leaves beside them. */
class PackagedFilesTest {

    private static final String CONTROL_FILE = "/etc/jmonit/monitrc";
    private static final List<String> LEFT_BY_DPKG = List.of(".dpkg-dist", ".dpkg-old", ".dpkg-new", ".dpkg-tmp");

    private final FakeFiles files = new FakeFiles().directory("/etc").directory("/etc/jmonit").directory("/etc/jmonit/conf.d");

    @Test
    void haveNoMistakes() throws IOException {
        install();

        assertEquals(List.of(), read().diagnostics());
    }

    @Test
    void areReadWithoutTheVersionsThatAnUpgradeLaysBesideThem() throws IOException {
        install();
        installed().forEach(name -> LEFT_BY_DPKG.forEach(end -> files.file(name + end, "check system other")));

        assertEquals(List.of(), read().diagnostics());
        assertEquals(installed(), read().files());
    }

    private void install() throws IOException {
        for (String name : installed()) {
            files.file(name, Files.readString(Path.of(name.equals(CONTROL_FILE) ? "etc/packaged.monitrc" : "etc/machine.monitrc")));
        }
    }

    private static List<String> installed() throws IOException {
        return Files.readAllLines(Path.of("src/package/debian/conffiles")).stream().filter(name -> name.startsWith("/etc/jmonit/")).toList();
    }

    private Reading.Result read() {
        return Reading.of(CONTROL_FILE, BuiltIn.CATALOG, files, "plum");
    }
}
