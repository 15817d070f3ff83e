package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jmonit.os.FakeFiles;
import jmonit.os.FakeHost;
import jmonit.os.FileFacts;
import jmonit.os.FileFacts.Kind;

class ControlSocketTest {

    private static final FakeHost JOE = new FakeHost("plum", 1000, "joe", "/home/joe", "/home/joe");

    private static ControlSocket joe() {
        return ControlSocket.of("/home/joe/rc", JOE, "");
    }

    @Test
    void isTheSameForEveryWayToWriteThePath() {
        var socket = ControlSocket.of("/etc/monitrc", FakeHost.plum(), "");

        // FNV-1a of the path, with 64 bits
        assertEquals("/run/jmonit/4cf69a9761c7bac7.sock", socket.path());
        assertEquals(socket, ControlSocket.of("etc/../etc/./monitrc", FakeHost.plum(), "/run/user/0"));
    }

    @ParameterizedTest
    @CsvSource({"/run/user/1000, /run/user/1000/jmonit", "'', /tmp/jmonit-1000", "tmp, /tmp/jmonit-1000"})
    void liesWhereItsUserMayPutIt(String runtimeFolder, String folder) {
        assertEquals(folder, ControlSocket.of("/home/joe/rc", JOE, runtimeFolder).folder());
    }

    @Test
    void isLookedForAtTheUsersOwnPlaceFirst() {
        assertEquals(List.of("/tmp/jmonit-1000", "/run/jmonit"),
                ControlSocket.all("/home/joe/rc", JOE, "").stream().map(ControlSocket::folder).toList());
        assertEquals(1, ControlSocket.all("/home/joe/rc", FakeHost.plum(), "").size());
    }

    @Test
    void hasAFolderThatIsThereAndSafe() throws IOException {
        assertFalse(joe().check(new FakeFiles()));
        assertTrue(joe().check(files(new FileFacts(Kind.DIRECTORY, 0700, 1000, 1000, 40, 1, 2, false))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "DIRECTORY | 700 | 1001 | false | it belongs to the user with the number 1001, not 1000",
        "DIRECTORY | 770 | 1000 | false | others may write into it",
        "DIRECTORY | 702 | 1000 | false | others may write into it",
        "DIRECTORY | 700 | 1000 | true  | it is a symbolic link",
        "FILE      | 700 | 1000 | false | it is a regular file"})
    void isNotTrustedInAFolderOfSomebodyElse(Kind kind, String mode, long uid, boolean link, String why) {
        var files = files(new FileFacts(kind, Integer.parseInt(mode, 8), uid, 1000, 40, 1, 2, link));

        var failure = assertThrows(IOException.class, () -> joe().check(files));

        assertEquals("no socket in /tmp/jmonit-1000 is to be trusted: " + why, failure.getMessage());
    }

    private static FakeFiles files(FileFacts folder) {
        return new FakeFiles().with("/tmp/jmonit-1000", folder);
    }
}
