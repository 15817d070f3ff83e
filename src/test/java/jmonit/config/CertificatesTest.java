package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jmonit.os.FileFacts.Kind;

class CertificatesTest {

    private final SomeMachine machine = new SomeMachine().with("/etc/pem", Kind.FILE, 0600, 0);

    @ParameterizedTest
    @ValueSource(strings = {"pemfile", "pemchain", "pemkey", "clientpemfile", "cacertificatefile", "cacertificatepath"})
    void eachFileHasToExist(String role) {
        assertEquals("/etc/monitrc: error: the " + role + " \"/no/x\" of set ssl does not exist\n",
                machine.says("set ssl { " + role + ": /no/x }"));
    }

    @Test
    void whereverItIsNamed() {
        assertEquals("""
                /etc/monitrc: error: the pemfile "/no/x" of the web server does not exist
                /etc/monitrc: error: the pemfile "/no/x" of mail server "mail" does not exist
                /etc/monitrc: error: the pemfile "/no/x" of collector "mm" does not exist
                /etc/monitrc:5: error: the pemfile "/no/x" of a connection test of "h" does not exist
                """, machine.says("""
                set httpd port 2812 allow localhost with ssl { pemfile: /no/x }
                set mailserver mail with ssl { pemfile: /no/x }
                set mmonit https://mm/collector with ssl { pemfile: /no/x }
                check host h address localhost
                    if failed port 443 with ssl { pemfile: /no/x } then alert
                """));
    }

    @Test
    void aFileIsNoDirectoryNorTheOtherWayRound() {
        assertEquals("""
                /etc/monitrc: error: the cacertificatefile "/etc" of set ssl is a directory, not a regular file
                /etc/monitrc: error: the cacertificatepath "/etc/pem" of set ssl is a regular file, not a directory
                """, machine.says("set ssl { cacertificatefile: /etc, cacertificatepath: /etc/pem }"));
    }

    @Test
    void aFileHasToBeReadable() {
        machine.with("/etc/pem", Kind.FILE, 0000, 0).of("web", 33);

        assertEquals("/etc/monitrc: error: the clientpemfile \"/etc/pem\" of set ssl may not be read by \"web\"\n",
                machine.says("set ssl { clientpemfile: /etc/pem }"));
    }

    @Test
    void theKeyOfTheWebServerIsClosedToOthers() {
        machine.with("/etc/pem", Kind.FILE, 0644, 0);

        assertEquals("""
                /etc/monitrc: error: the pemfile "/etc/pem" of the web server is open to others, its mode is 0644
                  = help: chmod 600 /etc/pem
                  = see:  jmonit help host-checks
                """, machine.explains("set httpd port 2812 allow localhost with ssl { pemfile: /etc/pem }"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0600, 0640, 0700, 0750})
    void theGroupMayReadIt(int mode) {
        machine.with("/etc/pem", Kind.FILE, mode, 0);

        assertEquals("", machine.says("set httpd port 2812 allow localhost with ssl { pemfile: /etc/pem }"));
    }

    @Test
    void theKeyOfTheWebServerBelongsToWhoRunsIt() {
        machine.with("/etc/pem", Kind.FILE, 0600, 33);

        assertEquals("""
                /etc/monitrc: error: the pemkey "/etc/pem" of the web server belongs to another user
                  = help: chown root /etc/pem
                  = see:  jmonit help host-checks
                """, machine.explains("set httpd port 2812 allow localhost with ssl { pemchain: /etc/pem, pemkey: /etc/pem }"));
    }

    @Test
    void otherKeysMayBeOpen() {
        machine.with("/etc/pem", Kind.FILE, 0644, 33);

        assertEquals("", machine.says("set ssl { pemfile: /etc/pem, clientpemfile: /etc/pem }"));
    }
}
