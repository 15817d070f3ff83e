package jmonit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jmonit.channel.MailPeer;
import jmonit.protocol.RealServer;

@Tag("live")
class TrialLiveTest {

    @TempDir
    private Path directory;
    private Home home;

    @BeforeEach
    void install() throws IOException {
        home = new Home(directory);
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        home.close();
    }

    @Test
    void tellsWhatEachAnswered() throws Exception {
        int nobody = RealServer.freePort();
        home.script("page", "#!/bin/sh\ncat >DIR/paged; echo \"$MONIT_DESCRIPTION\" >&2; exit ${1:-0}\n");
        try (var peer = new MailPeer().start()) {
            home.controlFile(("""
                    set mailserver 127.0.0.1 port NOBODY, 127.0.0.1 port PEER
                    set alert ops@x.example only on { size }
                    set exec page program "DIR/page"
                    set exec bad program "DIR/page 3"
                    set webhook hook url "http://127.0.0.1:NOBODY/sesame" secret "sesame"
                    check file f with path DIR/f
                        alert own@x.example
                    """).replace("NOBODY", nobody + "").replace("PEER", peer.port() + ""));

            var all = home.jmonit("test", "alert", "-c", "rc");

            assertEquals("""
                    mailserver 127.0.0.1:NOBODY  Cannot connect to [127.0.0.1]:NOBODY -- Connection refused
                    mailserver 127.0.0.1:PEER  there
                    ops@x.example  taken
                    own@x.example  taken
                    exec page  taken
                    exec bad  refused: DIR/page: exit status 3 -- this is a test: nothing has happened
                    webhook hook  Connection refused
                    """.replace("NOBODY", nobody + "").replace("PEER", peer.port() + "").replace("DIR", directory.toString()),
                    all.out().replaceAll("(?m)   +", "  "), all.err());
            assertEquals(1, all.code());
            assertEquals(2, peer.mails.size());
            assertTrue(home.text("paged").contains("\"because\":\"this is a test: nothing has happened\""), home.text("paged"));
        }
        assertEquals(0, home.jmonit("test", "alert", "page", "-c", "rc").code());
        assertEquals("Nobody is called \"nosuch\"; there is: ops@x.example, own@x.example, exec page, exec bad, webhook hook\n",
                home.jmonit("test", "alert", "nosuch", "-c", "rc").err());
    }
}
