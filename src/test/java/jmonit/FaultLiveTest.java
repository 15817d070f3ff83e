package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hangs, floods or vanishes; beside each, a witness whose checks have to stay on time. */
@Tag("live")
class FaultLiveTest {

    /** Seconds between two looks at the witness that a loaded machine may take; whatever hangs here hangs for longer. */
    private static final long LATE = 5;
    /** Mounts a filesystem that never answers, as a server that is gone. */
    private static final String MOUNT = """
            #!/usr/bin/env python3
            import ctypes, os, time
            fuse = os.open('/dev/fuse', os.O_RDWR)
            options = b'fd=%d,rootmode=40000,user_id=0,group_id=0' % fuse
            if ctypes.CDLL(None, use_errno=True).mount(b'none', b'DIR/hung', b'fuse', 0, options) == 0:
                open('DIR/mounted', 'w').close()
                time.sleep(600)
            """;

    @TempDir
    private Path directory;
    private Home home;

    @BeforeEach
    void install() throws IOException {
        home = new Home(directory);
    }

    @AfterEach
    void endWhatIsLeft() throws IOException, InterruptedException {
        home.close();
        if (Files.exists(home.path("mounted"))) {
            home.run("umount", "-l", home.path("hung").toString());
        }
    }

    private Process watch(String services) throws IOException, InterruptedException {
        home.controlFile("set daemon 1\n" + Home.ticking("witness") + services);
        Process daemon = home.start();
        home.await("the witness", () -> home.notes("witness").size() >= 2);
        return daemon;
    }

    private void awaitLooks(int more) throws InterruptedException {
        int looks = home.notes("witness").size();
        home.await("looks at the witness", () -> home.notes("witness").size() >= looks + more);
    }

    private void assertOnTime() {
        List<Long> looks = home.notes("witness");
        long longest = 0;
        for (int i = 1; i < looks.size(); i++) {
            longest = Math.max(longest, looks.get(i) - looks.get(i - 1));
        }
        assertTrue(longest < TimeUnit.SECONDS.toNanos(LATE), "the witness had to wait for " + longest / 1_000_000 + " ms:\n" + home.log());
    }

    @Test
    void aFilesystemThatDoesNotAnswerHangsOnlyItsOwnChecks() throws IOException, InterruptedException {
        Files.createDirectory(home.path("hung"));
        home.script("mount", MOUNT);
        Process mount = new ProcessBuilder(home.path("mount").toString()).redirectErrorStream(true)
                .redirectOutput(home.path("mount.out").toFile()).start();
        try {
            for (int left = 250; left > 0 && mount.isAlive() && Files.notExists(home.path("mounted")); left--) {
                Thread.sleep(20);
            }
            assumeTrue(Files.exists(home.path("mounted")), "needs python3, /dev/fuse and the right to mount: " + home.text("mount.out"));
            Process daemon = watch("""
                    check file f with path DIR/hung/f if size > 1 kB then alert if changed checksum then alert
                    check file g with path DIR/hung/g if content = "x" then alert
                    check directory d with path DIR/hung if failed permission 0700 then alert
                    check filesystem fs with path DIR/hung if space usage > 90% then alert
                    check process p1 with pidfile DIR/hung/pid1
                    check process p2 with pidfile DIR/hung/pid2
                    check process p3 with pidfile DIR/hung/pid3
                    check process p4 with pidfile DIR/hung/pid4
                    check process p5 with pidfile DIR/hung/pid5
                    check program q with path "/bin/cat DIR/hung/x" if status != 0 then alert
                    """);

            awaitLooks(8);
            home.signal(daemon, "HUP");
            awaitLooks(3);
            home.signal(daemon, "TERM");
            home.ended(daemon);
            assertOnTime();
        } finally {
            mount.destroyForcibly().waitFor();
        }
    }

    @Test
    void startProgramsThatMisbehaveDelayNobody() throws IOException, InterruptedException {
        home.script("deaf", "#!/bin/bash\ntrap '' TERM\ntouch DIR/deaf.began\nwhile :; do sleep 0.1; done\n");
        home.script("forks", """
                #!/bin/bash
                (while :; do echo in the pipe; sleep 0.2; done) &
                setsid bash -c 'exec -a DIR/daemon sleep 1000' &
                exit 0
                """);
        home.script("flood", "#!/bin/bash\nhead -c 50000000 /dev/zero | tr '\\0' x\nhead -c 50000000 /dev/zero | tr '\\0' y >&2\nexit 3\n");
        home.script("vanishes", "#!/bin/bash\nexit 0\n");
        String services = "";
        for (String name : List.of("deaf", "forks", "flood", "vanishes")) {
            services += "check process NAME with pidfile DIR/NAME.pid\n    start program = \"DIR/NAME\" with timeout 8 seconds\n"
                    .replace("NAME", name);
        }
        home.controlFile("set daemon 1\n" + Home.ticking("witness") + services);
        Process daemon = home.start();
        Files.delete(home.path("vanishes"));

        home.await("'deaf' failed to start (exit status -1) -- Program '" + home.path("deaf") + "' timed out after 8 s");
        home.await("'forks' failed to start (exit status 0) -- '" + home.path("forks") + "': in the pipe");
        home.await("'flood' failed to start (exit status 3) -- '" + home.path("flood") + "': yyy");
        home.await("'vanishes' failed to start (exit status -1) -- Program " + home.path("vanishes") + " failed: ");
        assertTrue(home.log().lines().allMatch(l -> l.length() < 5000), "a flood in the log");
        assertOnTime();
        home.signal(daemon, "TERM");
        home.ended(daemon);
        home.await("the end of what ignores SIGTERM", () -> noneRuns("/bin/bash " + home.path("deaf")));
    }

    private static boolean noneRuns(String commandLine) {
        return ProcessHandle.allProcesses().noneMatch(p -> p.info().commandLine().orElse("").equals(commandLine));
    }

    @Test
    void aStopProgramThatHangsDelaysNobody() throws IOException, InterruptedException {
        home.script("hang", "#!/bin/bash\necho stopping\nexec sleep 1000\n");
        String service = Home.process("p", "0").replace("service stop p\"", "hang\" with timeout 8 seconds")
                + "    if threads > 0 then restart\n";
        Process daemon = watch(service);

        home.await("'p' failed to stop (exit status -1) -- '" + home.path("hang") + "': Program timed out -- stopping");
        assertEquals(1, home.notes("p start").size(), home.log());
        assertTrue(home.runs("p"));
        assertOnTime();
        daemon.destroyForcibly().waitFor();
    }

    @Test
    void nothingFollowsAStopProgramThatIsStillBusyWithThePidfile() throws IOException, InterruptedException {
        home.script("slow", "#!/bin/bash\nkill $(cat DIR/p.pid)\nsleep 2\nrm -f DIR/p.pid\nDIR/service tick 'p stopped'\n");
        home.write("once", "x");
        home.controlFile("set daemon 1\n" + Home.process("p", "0").replace("service stop p", "slow") + "    if memory > 1 kB then restart\n"
                + "    if 1 restarts within 100 cycles then unmonitor\n");
        home.start();

        home.await("two starts", () -> home.notes("p start").size() == 2 || home.said("- unmonitor") == 1);

        assertTrue(home.notes("p double").isEmpty() && home.notes("p overlap").isEmpty(), home.text("notes"));
        assertFalse(home.notes("p start").size() == 2 && home.notes("p stopped").isEmpty(), home.text("notes"));
    }

    @Test
    void entriesOfProcThatCannotBeReadDelayNobody() throws IOException, InterruptedException {
        var prefix = List.of("setpriv", "--bounding-set", "-sys_ptrace,-dac_override,-dac_read_search");
        Home.Outcome outcome = home.run("setpriv", "--bounding-set", "-sys_ptrace,-dac_override,-dac_read_search", "cat", "/proc/1/io");
        assumeTrue(outcome.code() == 1, "needs setpriv, and a process 1 that is closed to us: " + outcome.out() + outcome.err());
        home.write("one.pid", "1\n");
        home.controlFile("set daemon 1\n" + Home.ticking("witness") + """
                check process one with pidfile DIR/one.pid
                    if filedescriptors > 1000000 then alert
                    if total memory > 100 GB then alert
                    if disk read > 100 GB/s then alert
                """);
        home.start(prefix, "-I", "-c", "rc");

        home.await("some looks", () -> home.notes("witness").size() >= 5);
        assertEquals(0, home.said("fault in jmonit"), home.log());
        assertOnTime();
    }
}
