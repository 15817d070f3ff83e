package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import jmonit.os.FileFacts.Kind;

class HostChecksTest {

    private final SomeMachine machine = new SomeMachine().with("/bin/true", Kind.FILE, 0755, 0);

    @Test
    void whatIsThereIsNoReasonToSpeak() {
        machine.file("/etc/words", "error\n\nfatal\n").file("/var/jmonit.log", "");

        assertEquals("", machine.says("""
                set log /var/jmonit.log
                set eventqueue basedir /var/queue
                set statefile /var/state
                check file app path /var/jmonit.log
                    start program = "/bin/true" as uid "web" and gid 33
                    if content = "/etc/words" then exec "/bin/true"
                    if failed uid "web" then alert
                    if failed gid 0 then alert
                    if failed checksum then alert
                check program probe with path "/bin/true"
                    if status != 0 then alert
                """));
    }

    // ---- programs

    @Test
    void outletsNeedTheirProgramsUsersAndFiles() {
        machine.with("/etc/open", Kind.FILE, 0644, 0);

        assertEquals("""
                /etc/monitrc: error: the program of "exec page" needs user "nosuch", who does not exist on this machine
                /etc/monitrc: warning: the program "/no/page" of "exec page" does not exist
                /etc/monitrc: warning: the nkey "/etc/open" of nats a:4222 is open to everybody
                /etc/monitrc: warning: the credentials "/no/creds" of nats b:4222 does not exist
                """, machine.says("""
                set exec page program "/no/page" as uid nosuch
                set exec fine program "/bin/true"
                set nats "nats://a" nkey "/etc/open"
                set nats "nats://b" credentials "/no/creds"
                """));
    }

    @Test
    void aMissingProgramOfCheckProgramIsAnError() {
        assertEquals("""
                /etc/monitrc:1: error: the program "/no/such" of "probe" does not exist
                  = see:  jmonit help host-checks
                """, machine.explains("check program probe with path \"/no/such\" if status != 0 then alert"));
    }

    @Test
    void aProgramOfCheckProgramHasToBeExecutable() {
        machine.with("/bin/data", Kind.FILE, 0644, 0);

        assertEquals("""
                /etc/monitrc:1: error: the program "/bin/data" of "probe" is not executable
                  = help: chmod +x /bin/data
                  = see:  jmonit help host-checks
                """, machine.explains("check program probe with path \"/bin/data\" if status != 0 then alert"));
    }

    @Test
    void aDirectoryCannotBeRunButMonitTakesIt() {
        assertEquals("""
                /etc/monitrc:1: warning: the program "/etc" of "probe" is a directory
                """, machine.says("check program probe with path \"/etc\" if status != 0 then alert"));
    }

    @Test
    void otherMissingProgramsAreWarnings() {
        assertEquals("""
                /etc/monitrc:1: warning: the start program "/no/start" of "app" does not exist
                /etc/monitrc:1: warning: the stop program "/no/stop" of "app" does not exist
                /etc/monitrc:1: warning: the restart program "/no/restart" of "app" does not exist
                /etc/monitrc:5: warning: the exec program "/no/exec" of "app" does not exist
                /etc/monitrc:6: warning: the exec program "/no/recovery" of "app" does not exist
                """, machine.says("""
                check process app matching app
                    start program = "/no/start now"
                    stop program = "/no/stop now"
                    restart program = "/no/restart now"
                    if cpu > 50% then exec "/no/exec"
                    if cpu > 90% then alert else if succeeded then exec "/no/recovery"
                """));
    }

    @Test
    void aProgramIsNotSearchedFor() {
        assertEquals("""
                /etc/monitrc:1: warning: the start program "true" of "app" does not exist
                  = help: write the whole path, beginning with /
                  = see:  jmonit help host-checks
                """, machine.explains("check process app matching app start program \"true\""));
    }

    // ---- users and groups

    @Test
    void usersOfProgramsHaveToExist() {
        assertEquals("""
                /etc/monitrc:1: error: the start program of "app" needs user "nemo", who does not exist on this machine
                /etc/monitrc:1: error: the start program of "app" needs group "sub", which does not exist on this machine
                /etc/monitrc:3: error: the exec program of "app" needs user 4711, who does not exist on this machine
                /etc/monitrc:3: error: the exec program of "app" needs group 4712, which does not exist on this machine
                """, machine.says("""
                check process app matching app
                    start program = "/bin/true" as uid nemo and gid sub
                    if cpu > 50% then exec "/bin/true" as uid 4711 and gid 4712
                """));
    }

    @Test
    void usersOfTestsHaveToExist() {
        assertEquals("""
                /etc/monitrc:2: error: a uid test of "app" needs user "nemo", who does not exist on this machine
                /etc/monitrc:3: error: a gid test of "app" needs group 4711, which does not exist on this machine
                /etc/monitrc:5: error: a euid test of "server" needs user "nemo", who does not exist on this machine
                """, machine.says("""
                check file app path /etc/monitrc
                    if failed uid nemo then alert
                    if failed gid 4711 then alert
                check process server matching server
                    if failed euid nemo then alert
                """));
    }

    @Test
    void theSocketOfTheWebServerNeedsItsUserAndGroup() {
        assertEquals("""
                /etc/monitrc: error: the socket of the web server needs user "nemo", who does not exist on this machine
                /etc/monitrc: error: the socket of the web server needs group "sub", which does not exist on this machine
                """, machine.says("set httpd unixsocket /run/jmonit.sock uid nemo gid sub allow localhost"));
    }

    @Test
    void onlyRootRunsProgramsAsSomebodyElse() {
        assertEquals("""
                /etc/monitrc:1: error: only root can run the start program of "app" as another user
                  = help: run jmonit as root, or leave out "as uid" and "gid"
                  = see:  jmonit help host-checks
                """, machine.of("web", 33).explains("check process app matching app start program \"/bin/true\" as gid 33"));
    }

    @Test
    void anybodyMayTestForUsers() {
        assertEquals("", machine.of("web", 33).says("check process app matching app if failed uid root then alert"));
    }

    // ---- files jmonit writes

    @Test
    void aLogFileNeedsItsDirectory() {
        assertEquals("""
                /etc/monitrc: error: the log file "/no/such/log" cannot be created: there is no directory "/no/such"
                  = help: name a file that can be written, or use "set log syslog"
                  = see:  jmonit help host-checks
                """, machine.explains("set log /no/such/log"));
    }

    @Test
    void aLogFileIsNoDirectoryAndNoFifo() {
        machine.with("/var/fifo", Kind.FIFO, 0600, 0);

        assertEquals("/etc/monitrc: error: the log file \"/var\" is a directory\n", machine.says("set log /var"));
        assertEquals("/etc/monitrc: error: the log file \"/var/fifo\" is a fifo, and writing to it would wait for a reader\n",
                machine.says("set log /var/fifo"));
    }

    @Test
    void standardOutputMayBeAPipe() {
        machine.with("/dev/stdout", Kind.FIFO, 0600, 0);

        assertEquals("", machine.says("set log /dev/stdout"));
    }

    @Test
    void aLogFileHasToBeWritable() {
        machine.with("/var/log", Kind.FILE, 0444, 0).with("/run", Kind.DIRECTORY, 0555, 0).of("web", 33);

        assertEquals("/etc/monitrc: error: the log file \"/var/log\" may not be written by \"web\"\n", machine.says("set log /var/log"));
        assertEquals("/etc/monitrc: error: the log file \"/run/log\" cannot be created: \"web\" may not write to \"/run\"\n",
                machine.says("set log /run/log"));
        assertEquals("/etc/monitrc: error: the log file \"/etc/monitrc/log\" cannot be created: \"/etc/monitrc\" is a regular file\n",
                machine.says("set log /etc/monitrc/log"));
    }

    @Test
    void otherFilesOfOursAreWarnedOf() {
        assertEquals("""
                /etc/monitrc: warning: the pidfile "/no/pid" cannot be created: there is no directory "/no"
                /etc/monitrc: warning: the idfile "/var" is a directory
                /etc/monitrc: warning: the statefile "/no/state" cannot be created: there is no directory "/no"
                """, machine.says("set pidfile /no/pid set idfile /var set statefile /no/state"));
    }

    @Test
    void theEventQueueNeedsADirectory() {
        assertEquals("""
                /etc/monitrc: warning: the directory "/no/such/queue" of the event queue cannot be created: there is no directory "/no/such"
                  = help: without it, events that cannot be delivered are lost
                  = see:  jmonit help host-checks
                """, machine.explains("set eventqueue basedir /no/such/queue slots 5"));
        assertEquals("""
                /etc/monitrc: warning: the directory "/bin/true" of the event queue is a regular file, not a directory
                """, machine.says("set eventqueue basedir /bin/true"));
    }

    // ---- files that are watched

    @Test
    void aPatternFileHasToBeReadable() {
        assertEquals("""
                /etc/monitrc:2: error: the pattern file "/no/words" of "app" does not exist
                /etc/monitrc:3: error: the pattern file "/var" of "app" is a directory, not a regular file
                """, machine.says("""
                check file app path /etc/monitrc
                    if content = "/no/words" then alert
                    ignore content = "/var"
                """));
    }

    @Test
    void thePatternsOfAFileHaveToBeValid() {
        machine.file("/etc/words", "fine\n\n(open\n[too\n");

        assertEquals("/etc/monitrc:1: error: the pattern file \"/etc/words\" of \"app\" has an invalid regular expression on line 3: "
                + "Unmatched ( or \\(\n", machine.says("check file app path /etc/monitrc if content = \"/etc/words\" then alert"));
    }

    @Test
    void aPatternFileHasABound() {
        machine.file("/etc/words", "x".repeat((1 << 20) + 1));

        assertEquals("/etc/monitrc:1: error: the pattern file \"/etc/words\" of \"app\" is of no use: "
                + "cannot read /etc/words: larger than 1048576 bytes\n",
                machine.says("check file app path /etc/monitrc if content = \"/etc/words\" then alert"));
    }

    @Test
    void aChecksumToRememberNeedsItsFile() {
        assertEquals("""
                /etc/monitrc:2: warning: the checksum of "app" cannot be computed: "/no/file" does not exist
                /etc/monitrc:4: warning: the checksum of "directory" cannot be computed: "/var" is a directory, not a regular file
                """, machine.says("""
                check file app path /no/file
                    if failed checksum then alert
                check file directory path /var
                    if changed sha1 checksum then alert
                """));
    }

    @Test
    void aKnownChecksumAndOtherTestsNeedNoFileYet() {
        assertEquals("", machine.says("""
                check file app path /no/file
                    if failed checksum expect 8f7f419955cefa0b33a2ba316cba3659 then alert
                    if failed permission 644 then alert
                """));
    }
}
