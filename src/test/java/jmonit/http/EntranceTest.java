package jmonit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jmonit.model.Httpd.Access;
import jmonit.os.FakeFiles;
import jmonit.os.Logins;

/** Programs that block attackers read these lines. */
class EntranceTest {

    private static final Caller CALLER = new Caller(new Client.Remote(InetAddress.ofLiteral("10.1.2.3")), false);

    private static final Secret.Locks LOCKS = new Secret.Locks(String::equals, new Logins() {

        private final Map<String, String> groups = Map.of("ada", "admins", "rita", "readers");

        @Override
        public boolean member(String user, String group) {
            return group.equals(groups.get(user));
        }

        @Override
        public boolean admits(String user, String password) {
            return password.equals(user + "'s");
        }
    });

    private final Logger logger = (Logger) LoggerFactory.getLogger("jmonit.http");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final ManualTicker ticker = new ManualTicker();

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    private List<String> lines() {
        return log.list.stream().map(e -> e.getLevel() + " " + e.getFormattedMessage()).toList();
    }

    private Entrance entrance(Access... access) {
        return new Entrance(new AllowList(List.of(access), _ -> List.of(), ticker),
                Guests.of(Stream.concat(Stage.USERS.stream(), Stream.of(access)).toList(), files(), LOCKS), new Throttle(ticker));
    }

    private static FakeFiles files() {
        return new FakeFiles().file("/users", "admin:other\njohn:hash#comment\npaul:hash2\n");
    }

    private Visit visit(Entrance entrance, String user, String password) {
        return entrance.visit(new Request("GET", "/", new Headers(List.of(new Header("Authorization", Stage.basic(user, password)))), Form.EMPTY, CALLER));
    }

    @Test
    void failedLogInsAreLoggedInMonitsWords() {
        var entrance = entrance();

        visit(entrance, "admin", "wrong");
        visit(entrance, "admin", "");
        visit(entrance, "nobody", "x");
        entrance.visit(new Request("GET", "/", new Headers(List.of()), Form.EMPTY, CALLER));
        visit(entrance, "admin", "monit");

        assertEquals(List.of(
                "ERROR HttpRequest: access denied -- client [10.1.2.3]: wrong password for user 'admin'",
                "ERROR HttpRequest: access denied -- client [10.1.2.3]: wrong password for user 'admin'",
                "ERROR HttpRequest: access denied -- client [10.1.2.3]: unknown user 'nobody'"), lines());
    }

    @Test
    void aNameCannotWriteItsOwnLines() {
        visit(entrance(), "x'\nclient [10.9.9.9] unknown user 'y", "x");

        assertEquals(List.of("ERROR HttpRequest: access denied -- client [10.1.2.3]: unknown user "
                + "'x??client ?10.9.9.9? unknown user ?y'"), lines());
    }

    @Test
    void strangersFromElsewhereAreLoggedInMonitsWords() {
        entrance(new Access.Net("127.0.0.1")).open(CALLER.client());

        assertEquals(List.of("ERROR Denied connection from non-authorized client [10.1.2.3]"), lines());
    }

    @Test
    void usersOfAFileComeInWithTheirOwnPasswords() {
        var entrance = entrance(new Access.PasswordFile("/users", "md5", List.of("admin", "john"), true));

        assertEquals("Welcome[user=john, readOnly=true, delay=PT0S]", visit(entrance, "john", "hash").toString());
        assertEquals("Welcome[user=admin, readOnly=false, delay=PT0S]", visit(entrance, "admin", "monit").toString());
        assertEquals("Stranger[delay=PT0S]", visit(entrance, "admin", "other").toString());
        assertEquals("Stranger[delay=PT0S]", visit(entrance, "paul", "hash2").toString());
    }

    @Test
    void membersOfAGroupLogInWithThePasswordsOfTheirAccounts() {
        var entrance = entrance(new Access.Group("admins", false), new Access.Group("readers", true));

        assertEquals("Welcome[user=ada, readOnly=false, delay=PT0S]", visit(entrance, "ada", "ada's").toString());
        assertEquals("Welcome[user=rita, readOnly=true, delay=PT0S]", visit(entrance, "rita", "rita's").toString());
        assertEquals("Stranger[delay=PT0S]", visit(entrance, "ada", "x").toString());
        assertEquals("Stranger[delay=PT0S]", visit(entrance, "mallory", "mallory's").toString());
        assertEquals(List.of("ERROR HttpRequest: access denied -- client [10.1.2.3]: wrong password for user 'ada'",
                "ERROR HttpRequest: access denied -- client [10.1.2.3]: unknown user 'mallory'"), lines());
    }

    @Test
    void aPasswordOfTheControlFileGoesBeforeThatOfTheAccount() {
        var entrance = entrance(new Access.User("ada", "written", false), new Access.Group("admins", false));

        assertEquals("Stranger[delay=PT0S]", visit(entrance, "ada", "ada's").toString());
    }
}
