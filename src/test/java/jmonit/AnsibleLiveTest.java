package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ansible's module for Monit, which finds jmonit under Monit's name. */
@Tag("live")
class AnsibleLiveTest {

    private static final Path ANSIBLE = Path.of("/usr/bin/ansible");
    private static final String CONTROL_FILE = """
            set daemon 1
            check system plum
            """ + Home.process("web", "0");

    @TempDir
    private Path directory;
    private Home home;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(ANSIBLE), "needs Ansible");
        home = new Home(directory);
        Files.createDirectory(home.path("bin"));
        Files.createSymbolicLink(home.path("bin/monit"), home.path("jmonit"));
        home.controlFile(".monitrc", CONTROL_FILE);
        home.start("-I", "-c", ".monitrc");
        home.await("web", () -> home.runs("web"));
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        if (home != null) {
            home.close();
        }
    }

    @Test
    void bringsServicesIntoEachState() throws IOException, InterruptedException {
        assertEquals("SUCCESS", ansible("web", "started"));
        assertEquals("SUCCESS", ansible("web", "monitored"));

        assertEquals("CHANGED", ansible("web", "stopped"));
        assertFalse(home.runs("web"));
        assertEquals("SUCCESS", ansible("web", "stopped"));
        assertEquals("CHANGED", ansible("web", "started"));
        assertTrue(home.runs("web"));

        assertEquals("CHANGED", ansible("web", "unmonitored"));
        assertTrue(home.runs("web"));
        assertEquals("CHANGED", ansible("web", "monitored"));

        assertEquals("CHANGED", ansible("web", "stopped"));
        assertEquals("CHANGED", ansible("web", "restarted"));
        assertTrue(home.runs("web"));
    }

    /** The module waits for a status that a quick restart never has, with Monit too, and then complains. */
    @Test
    void restartsWhatRuns() throws IOException, InterruptedException {
        long pid = home.pid("web.pid");

        ansible("web", "restarted");

        home.await("'web' restart action done");
        assertNotEquals(pid, home.pid("web.pid"));
        assertTrue(home.runs("web"));
    }

    @Test
    void findsWhatAReloadBrings() throws IOException, InterruptedException {
        assertEquals("SUCCESS", ansible("web", "present"));
        home.controlFile(".monitrc", CONTROL_FILE + Home.process("db", "0"));

        assertEquals("CHANGED", ansible("db", "present"));
        assertEquals("SUCCESS", ansible("db", "started"));
        assertTrue(home.runs("db"));

        assertEquals("CHANGED", ansible("db", "reloaded"));
        assertEquals(2, home.said("Reinitializing "), home.log());
    }

    /** The first word Ansible says of it. */
    private String ansible(String name, String state) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(ANSIBLE.toString(), "localhost", "-c", "local", "-m", "community.general.monit", "-a",
                "name=" + name + " state=" + state + " timeout=30");
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("PATH", home.path("bin") + File.pathSeparator + System.getenv("PATH"));
        builder.environment().put("JMONIT_JAVA", System.getProperty("java.home") + "/bin/java");
        builder.environment().put("ANSIBLE_PYTHON_INTERPRETER", "/usr/bin/python3");
        builder.environment().put("ANSIBLE_NOCOLOR", "1");
        builder.redirectErrorStream(true).redirectOutput(home.path("ansible.out").toFile());
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String out = home.text("ansible.out");
        assumeTrue(!out.contains("couldn't resolve module"), "needs Ansible's collection community.general");
        int at = out.indexOf("localhost | ") + "localhost | ".length();
        String word = out.substring(at).split("[ !]", 2)[0];
        assertTrue(word.equals("SUCCESS") || word.equals("CHANGED") || state.equals("restarted"), () -> state + ": " + out + home.log());
        return word;
    }
}
