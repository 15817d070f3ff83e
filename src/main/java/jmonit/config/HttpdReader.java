package jmonit.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Suggest;
import jmonit.model.Httpd.Access;
import jmonit.model.RunAs;
import jmonit.model.Tls;

/** Reads {@code set httpd}: where to listen and whom to let in. */
final class HttpdReader {

    private static final List<String> READ_ONLY = List.of("read-only", "readonly");
    private static final List<String> PASSWORD_FILES = List.of("md5", "crypt", "cleartext");
    private static final List<String> OPTIONS = List.of("allow", "readonly", "read-only", "port", "address", "unixsocket", "unix", "signature",
            "ssl", "tls", "pemfile", "clientpemfile", "allowselfcertification");
    private static final String GUESTS = "a user with a password, a host, a network or @group";
    private static final int LARGEST_PORT = 65535;

    private final HttpdDraft draft;
    private final Cursor c;
    private final Values values;
    private final TlsReader tls;

    HttpdReader(HttpdDraft draft, Cursor cursor) {
        this.draft = draft;
        this.c = cursor;
        this.values = new Values(cursor);
        this.tls = new TlsReader(cursor);
    }

    void read() {
        Word first = c.peek();
        if (!c.more()) {
            c.warn(Diagnostic.warning(c.here(), "this web server listens nowhere", "expected \"port\" and a number, or \"unixsocket\" and a path")
                    .see("httpd"));
        }
        while (c.more()) {
            if (!listener() && !common()) {
                c.unknown("option", "httpd");
            }
        }
        certificate(first);
    }

    private void certificate(Word first) {
        Tls said = tls.tls();
        Tls.Paths paths = said.paths();
        boolean pair = !paths.chain().isEmpty() && !paths.key().isEmpty();
        if (!said.used() && !said.hasOptions()) {
            return;
        }
        if (paths.pem().isEmpty() && !pair) {
            c.complain(Diagnostic.error(first.span(), "this web server has no certificate", "TLS needs a pemfile, or pemchain and pemkey")
                    .see("httpd"));
        } else if (!paths.pem().isEmpty() && !(paths.chain() + paths.key()).isEmpty()) {
            c.complain(Diagnostic.error(first.span(), "this web server has two certificates", "expected a pemfile, or pemchain and pemkey")
                    .see("httpd"));
        }
        draft.tls = said;
    }

    private boolean listener() {
        if (c.take("port")) {
            int port = port();
            draft.port(port, c.takeAny(READ_ONLY));
        } else if (c.take("address")) {
            draft.address = address();
        } else if (c.take("unixsocket") || c.take("unix")) {
            draft.socket = PathReader.read(c, "the path of a socket", "httpd");
            while (c.more() && socketOption()) {
                // each turn takes one option
            }
        } else if (c.peek().is("readonly") || c.peek().is("read-only")) {
            misplaced("\"port\" and its number, \"unixsocket\" and its path, or a user");
        } else if (c.peek().is("uid") || c.peek().is("gid") || c.peek().is("permission") || c.peek().is("perm")) {
            misplaced("\"unixsocket\" and its path");
        } else {
            return false;
        }
        return true;
    }

    private void misplaced(String before) {
        c.complain(Diagnostic.error(c.peek().span(), "\"" + c.peek().getText() + "\" has no meaning here", "expected after " + before).see("httpd"));
    }

    private boolean socketOption() {
        if (c.takeAny(READ_ONLY)) {
            draft.socketReadOnly = true;
        } else if (c.take("uid")) {
            draft.owner = new RunAs(values.principal("a user"), draft.owner.group());
        } else if (c.take("gid")) {
            draft.owner = new RunAs(draft.owner.user(), values.principal("a group"));
        } else if (c.take("permission") || c.take("perm")) {
            draft.mode = mode();
        } else {
            return false;
        }
        return true;
    }

    private String address() {
        Word word = c.peek();
        String address = c.value("an address of this machine");
        boolean port = !word.quoted() && address.matches("[^:]+:[^:]*");
        if (!c.spent() && (word.getType() == MonitParser.NUMBER || port || !word.quoted() && address.indexOf('@') >= 0)) {
            Diagnostic complaint = Diagnostic.error(word.span(), "\"" + address + "\" is no address", "expected a name or an address").see("httpd");
            c.complain(port ? complaint.help("a port has its own word: address 127.0.0.1 port 2812") : complaint);
        }
        return address;
    }

    private int port() {
        Word word = c.peek();
        int number = values.small("a port number");
        if (!c.spent() && (number > LARGEST_PORT || number == 0)) {
            c.warn(Diagnostic.warning(word.span(), "nothing can listen on port " + number, "expected 1 to " + LARGEST_PORT).see("httpd"));
        }
        return number;
    }

    private String mode() {
        Word word = c.peek();
        values.whole("an octal number such as 600");
        if (!c.spent() && !word.getText().matches("0*[0-7]{1,4}")) {
            c.complain(Diagnostic.error(word.span(), "\"" + word.getText() + "\" is no permission", "expected an octal number up to 7777")
                    .see("permission"));
        }
        return word.getText();
    }

    private boolean common() {
        if (c.take("signature")) {
            draft.signature = !off();
        } else if (c.takePhrase("disable signature") || c.takePhrase("enable signature")) {
            draft.signature = c.previous().is("signature") && c.peek(-2).is("enable");
        } else if (c.take("allow")) {
            allow();
        } else if (c.take("allowselfcertification")) {
            tls.allowSelfSigned();
        } else if (c.takePhrase("credentials status")) {
            draft.credentials = true;
        } else if (c.takePhrase("tokenless posts")) {
            draft.tokenless = true;
        } else {
            return oldTls() || tls.ssl() || tls.path();
        }
        return true;
    }

    /** {@code ssl enable pemfile …}, as Monit 5.9 wrote it. */
    private boolean oldTls() {
        if (c.takePhrase("ssl enable")) {
            tls.use();
            return true;
        }
        return c.takePhrase("ssl disable");
    }

    private boolean off() {
        if (c.take("disable")) {
            return true;
        }
        if (!c.take("enable")) {
            c.unknown("choice", "httpd");
        }
        return false;
    }

    // ---- allow

    private void allow() {
        Word word = c.peek();
        if (c.takeAny(PASSWORD_FILES)) {
            passwordFile(word.getText());
        } else if (word.getText().startsWith("@") && !word.quoted()) {
            group();
        } else if (word.getText().startsWith("/")) {
            passwordFile("cleartext");
        } else if (!word.quoted() && OPTIONS.contains(word.getText().toLowerCase(Locale.ROOT))) {
            c.complain(Diagnostic.error(word.span(), "\"" + word.getText() + "\" is a word of the language", "expected " + GUESTS)
                    .help("put it in quotes if a host bears this name").see("httpd"));
        } else {
            userOrHost(word);
        }
    }

    /** {@code @users}; a blank or quotes may follow the sign. */
    private void group() {
        Word word = c.next();
        String glued = word.getText().substring(1);
        String name = glued.isEmpty() ? c.value("the name of a group") : glued;
        if (!c.spent() && name.contains(":")) {
            c.complain(Diagnostic.error(word.span(), "\"" + name + "\" is no group", "a group has no password").see("httpd"));
        }
        draft.access.add(new Access.Group(name, readOnlyHere()));
    }

    private void passwordFile(String digest) {
        Word word = c.peek();
        String path = PathReader.read(c, "the path of a password file", "httpd");
        if (path.equals("/")) {
            c.complain(Diagnostic.error(word.span(), "\"/\" is no password file", "expected " + GUESTS).see("httpd"));
        }
        var users = new ArrayList<String>();
        while (c.more() && isUser(c.peek())) {
            users.add(c.next().getText());
        }
        draft.access.add(new Access.PasswordFile(path, digest.toLowerCase(Locale.ROOT), users, readOnlyHere()));
    }

    private static boolean isUser(Word word) {
        return word.quoted() || word.getType() == MonitParser.WORD && !Reserved.is(word.getText()) && !word.getText().startsWith("@")
                && !word.getText().contains(":");
    }

    /** {@code user:password} with quotes or blanks where one likes; anything without a colon outside of quotes is a host or network. */
    private void userOrHost(Word first) {
        String text = c.value(GUESTS);
        if (c.spent()) {
            return;
        }
        boolean colonFollows = c.more() && !c.peek().quoted() && c.peek().getText().startsWith(":");
        int colon = first.quoted() ? -1 : text.indexOf(':');
        if (colonFollows) {
            credentials(first, text, c.next().getText().substring(1));
        } else if (colon >= 0 && !Networks.isAddress(text)) {
            credentials(first, text.substring(0, colon), text.substring(colon + 1));
        } else {
            host(first, text);
        }
    }

    private void host(Word word, String text) {
        Suggest.nearest(text, PASSWORD_FILES).ifPresent(meant -> c.suspects().word(word, meant));
        if (word.getType() == MonitParser.NUMBER) {
            c.complain(Diagnostic.error(word.span(), "\"" + text + "\" is no host, network or user", "expected 10.0.0.0/8 or user:password")
                    .see("httpd"));
        } else if (text.startsWith("@") || text.contains(":") && !Networks.isAddress(text)) {
            c.warn(Diagnostic.warning(word.span(), "this is read as the name of a host, because of the quotes", "no host bears such a name")
                    .help("put quotes around a password or the name of a user, not around both").see("httpd"));
        }
        draft.access.add(new Access.Net(text));
    }

    private void credentials(Word first, String user, String glued) {
        String password = glued.isEmpty() ? c.value("a password") : glued;
        if (user.isEmpty() && first.quoted()) {
            c.warn(Diagnostic.warning(first.span(), "this user has no name", "expected user:password").see("httpd"));
        } else if (user.isEmpty()) {
            c.complain(Diagnostic.error(first.span(), "this user has no name", "expected user:password").see("httpd"));
        }
        draft.access.add(new Access.User(user, password, readOnlyHere()));
    }

    private boolean readOnlyHere() {
        return c.takeAny(READ_ONLY);
    }
}
