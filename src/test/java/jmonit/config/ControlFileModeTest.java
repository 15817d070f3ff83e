package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.os.FileFacts.Kind;

class ControlFileModeTest {

    private final SomeMachine machine = new SomeMachine();

    @ParameterizedTest
    @ValueSource(ints = {0600, 0400, 0700, 0000, 04600})
    void modesOfTheOwnerAloneAreFine(int mode) {
        assertEquals("", machine.mode(mode).says("set mailserver localhost username u password \"p\""));
    }

    @Test
    void othersMayReadAFileWithoutPasswords() {
        assertEquals("""
                /etc/monitrc: warning: this file is open to others, its mode is 0644
                  = help: chmod 600 /etc/monitrc
                  = see:  jmonit help control-file-mode
                """, machine.mode(0644).explains("set daemon 30"));
    }

    @Test
    void nobodyElseMayWrite() {
        assertEquals("""
                /etc/monitrc: error: others may write to this file, its mode is 0620
                  = help: chmod 600 /etc/monitrc
                  = see:  jmonit help control-file-mode
                """, machine.mode(0620).explains("set daemon 30"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "set mailserver localhost username u password \"p\"",
            "set httpd port 2812 allow ann:\"p\"",
            "set mmonit http://u:p@localhost:8080/collector",
            "check host h address localhost if failed url http://u:p@localhost/ then alert",
            "check host h address localhost if failed port 3306 protocol mysql username u password \"p\" then alert"})
    void aPasswordIsForTheOwnerAlone(String text) {
        assertEquals("/etc/monitrc: error: this file holds a password and is open to others, its mode is 0640\n",
                machine.mode(0640).says(text));
    }

    @Test
    void aFileOfSomebodyElseIsRefused() {
        assertEquals("""
                /etc/monitrc: error: this file belongs to "web", but jmonit runs as "root"
                  = help: chown root /etc/monitrc
                  = see:  jmonit help control-file-mode
                """, machine.owner(33).explains("set daemon 30"));
        assertEquals("/etc/monitrc: error: this file belongs to \"4711\", but jmonit runs as \"root\"\n",
                machine.owner(4711).says("set daemon 30"));
    }

    @Test
    void whoMayChangeAnIncludedFileIsTold() {
        assertEquals("""
                /etc/included: warning: others may write to this included file, its mode is 0666
                  = help: chmod go-w /etc/included
                  = see:  jmonit help control-file-mode
                """, machine.file("/etc/included", "").with("/etc/included", Kind.FILE, 0666, 33).explains("include /etc/included"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "set mailserver localhost username u password \"p\"",
            "set httpd port 2812 allow ann:\"p\"",
            "set mmonit http://u:p%40@localhost:8080/collector",
            "set slack ops url \"https://hooks.example.org/services/x7Kq\"",
            "set webhook ops url \"https://example.org/x\" secret \"p\"",
            "check host h address localhost if failed port 3306 protocol mysql username u password \"p\" then alert"})
    void aPasswordInAnIncludedFileThatOthersMayReadIsTold(String text) {
        assertEquals("/etc/included: warning: this included file holds a password and is open to others, its mode is 0644\n",
                machine.file("/etc/included", text).with("/etc/included", Kind.FILE, 0644, 0).says("include /etc/included"));
        assertEquals("", machine.with("/etc/included", Kind.FILE, 0600, 0).says("include /etc/included"));
    }

    @Test
    void tellsWhatToDoAboutAPasswordInAnIncludedFile() {
        assertEquals("""
                /etc/included: warning: this included file holds a password and is open to others, its mode is 0646
                  = help: chmod 600 /etc/included
                  = see:  jmonit help control-file-mode
                """, machine.file("/etc/included", "\"p\"").with("/etc/included", Kind.FILE, 0646, 0)
                .explains("set mailserver localhost username u password include /etc/included"));
    }

    @Test
    void aPasswordInOneFileIsNoneInAnother() {
        machine.file("/etc/open", "check host h address localhost if failed port 1 then alert").with("/etc/open", Kind.FILE, 0644, 0)
                .file("/etc/closed", "set mailserver localhost username u password \"alert\"").with("/etc/closed", Kind.FILE, 0600, 0);

        assertEquals("", machine.says("include /etc/open\ninclude /etc/closed"));
        assertEquals("/etc/monitrc: warning: this file is open to others, its mode is 0644\n",
                machine.mode(0644).says("include /etc/open\ninclude /etc/closed"));
    }

    @Test
    void includedFilesMayBeRead() {
        assertEquals("", machine.file("/etc/included", "").with("/etc/included", Kind.FILE, 0644, 33).says("include /etc/included"));
    }
}
