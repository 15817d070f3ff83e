package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import jmonit.os.FileFacts.Kind;

class AccessListsTest {

    private final SomeMachine machine = new SomeMachine();

    private String said(String allow) {
        return machine.says("set httpd port 2812 allow " + allow);
    }

    @Test
    void aPasswordFileHasToBeReadable() {
        machine.with("/etc/fifo", Kind.FIFO, 0600, 0);

        assertEquals("/etc/monitrc: error: the password file \"/no/users\" does not exist\n", said("/no/users"));
        assertEquals("/etc/monitrc: error: the password file \"/etc/fifo\" is a fifo, not a regular file\n", said("md5 /etc/fifo"));
    }

    @Test
    void aPasswordFileHasABound() {
        machine.file("/etc/users", "#".repeat((1 << 20) + 1));

        assertEquals("/etc/monitrc: error: the password file \"/etc/users\" is of no use: "
                + "cannot read /etc/users: larger than 1048576 bytes\n", said("/etc/users"));
    }

    @Test
    void somebodyHasToBeInIt() {
        machine.file("/etc/users", "# ann:secret\nnobody\n\n");

        assertEquals("""
                /etc/monitrc: warning: the password file "/etc/users" has no user
                  = help: write a line such as name:password into it
                  = see:  jmonit help host-checks
                """, machine.explains("set httpd port 2812 allow /etc/users"));
    }

    @Test
    void whoIsNamedHasToBeInIt() {
        machine.file("/etc/users", "ann:secret\nrobert:secret\n");

        assertEquals("""
                /etc/monitrc: warning: the password file "/etc/users" has no user "robret"
                  = help: did you mean "robert"?
                  = see:  jmonit help host-checks
                """, machine.explains("set httpd port 2812 allow /etc/users ann robret"));
    }

    @Test
    void passwordsHaveTheFormThatIsAskedFor() {
        machine.file("/etc/users", """
                ann:$apr1$abcdefgh$0123456789012345678901
                bob:abJnggxhB/yWI
                eve:secret
                joe:
                """);

        assertEquals("""
                /etc/monitrc: warning: the password of "bob" in "/etc/users" is not in the form of md5, so nobody can log in with it
                /etc/monitrc: warning: the password of "eve" in "/etc/users" is not in the form of md5, so nobody can log in with it
                /etc/monitrc: warning: the password of "joe" in "/etc/users" is empty
                """, said("md5 /etc/users"));
        assertEquals("""
                /etc/monitrc: warning: the password of "eve" in "/etc/users" is not in the form of crypt, so nobody can log in with it
                """, said("crypt /etc/users bob eve"));
        assertEquals("""
                /etc/monitrc: warning: the password of "ann" in "/etc/users" looks encrypted, but is read as clear text
                """, said("/etc/users ann eve"));
    }

    @Test
    void passwordsInClearTextAreForTheOwnerAlone() {
        machine.file("/etc/users", "ann:secret\n").with("/etc/users", Kind.FILE, 0644, 0);

        assertEquals("""
                /etc/monitrc: warning: the password file "/etc/users" is open to others, its mode is 0644
                  = help: chmod 600 /etc/users
                  = see:  jmonit help host-checks
                """, machine.explains("set httpd port 2812 allow /etc/users"));
    }

    @Test
    void encryptedOnesMayBeReadButNotWritten() {
        machine.file("/etc/users", "ann:$1$abcdefgh$0123456789012345678901\n");

        assertEquals("", machine.with("/etc/users", Kind.FILE, 0644, 0).says("set httpd port 2812 allow md5 /etc/users"));
        assertEquals("/etc/monitrc: warning: the password file \"/etc/users\" is open to others, its mode is 0664\n",
                machine.with("/etc/users", Kind.FILE, 0664, 0).says("set httpd port 2812 allow md5 /etc/users"));
    }

    @Test
    void aGroupHasToExist() {
        assertEquals("/etc/monitrc: warning: group \"nemo\", which \"allow\" names, does not exist on this machine\n", said("@nemo"));
        assertEquals("", said("@web"));
    }
}
