package jmonit.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jmonit.catalog.Catalog;
import jmonit.catalog.Protocol;
import jmonit.catalog.ServiceType;
import jmonit.catalog.ServiceType.Feature;
import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Span;
import jmonit.model.Comparison;
import jmonit.model.Connection;
import jmonit.model.Endpoint;
import jmonit.model.Family;
import jmonit.model.ResponseTime;
import jmonit.model.Speech;
import jmonit.model.Speech.Setting;
import jmonit.model.Tls;
import jmonit.model.Url;

/** Reads a connection test. Its options may come in any order; Monit wants some of them before others. */
final class ConnectionReader {

    private static final List<String> STARTS = List.of("port", "host", "url", "address", "ipv4", "ipv6", "type", "protocol", "proto", "timeout",
            "retry", "responsetime", "ssl", "tls", "certificate", "send", "expect");
    private static final List<String> NETWORK = List.of("host", "port", "address", "ipv4", "ipv6", "url");
    private static final List<String> UNIX = List.of("unixsocket", "unix");
    private static final int LARGEST_PORT = 65535;

    private final Cursor c;
    private final Values values;
    private final Catalog catalog;
    private final ServiceType type;
    private final TlsReader tls;
    private final Clashes clashes;
    private final List<Setting> settings = new ArrayList<>();
    private String host;
    private String unix = "";
    private String source = "";
    private int port = -1;
    private Span where;
    private Span content;
    private boolean udp;
    private Family family = Family.ANY;
    private Optional<Protocol> protocol = Optional.empty();
    private boolean dialogue;
    private ResponseTime response = ResponseTime.UNLIMITED;
    private Duration timeout;
    private int retry = 1;

    ConnectionReader(Cursor cursor, Catalog catalog, ServiceType type, String host, Duration timeout) {
        this.c = cursor;
        this.values = new Values(cursor);
        this.tls = TlsReader.ofTest(cursor);
        this.clashes = new Clashes(cursor);
        this.catalog = catalog;
        this.type = type;
        this.host = host;
        this.timeout = timeout;
    }

    /** Whether a connection test begins here. */
    boolean starts() {
        return type.features().contains(Feature.UNIX_SOCKET) && c.atAny(UNIX) || c.atAny(STARTS);
    }

    Connection read() {
        Word first = c.peek();
        while (c.more() && option()) {
            // each turn takes one option
        }
        if (!c.spent()) {
            foreignOption();
            complete(first);
        }
        return new Connection(endpoint(), unix.isEmpty() ? tls.tls() : Tls.NONE, speech(), response, timeout, retry);
    }

    /** An option that another protocol has. */
    private void foreignOption() {
        if (!c.more()) {
            return;
        }
        String word = c.peek().getText().toLowerCase(Locale.ROOT);
        boolean known = catalog.protocols().stream().flatMap(p -> p.options().stream()).anyMatch(o -> o.phrase().split(" ")[0].equals(word));
        if (known && protocol.isPresent()) {
            c.complain(Diagnostic.error(c.peek().span(), "a test of " + protocol.get().keyword() + " has no \"" + word + "\"",
                    "other protocols have it").see("protocols"));
        } else if (known) {
            c.complain(Diagnostic.error(c.peek().span(), "\"" + word + "\" needs a protocol", "expected \"protocol\" and its name before this")
                    .see("protocols"));
        }
    }

    private Endpoint endpoint() {
        return unix.isEmpty() ? new Endpoint.Inet(host, Math.max(0, port), family, udp, source) : new Endpoint.Unix(unix, udp);
    }

    private Speech speech() {
        return new Speech(dialogue ? catalog.dialogue().keyword() : protocol.map(Protocol::keyword).orElse("default"), settings);
    }

    private void complete(Word first) {
        if (port < 0 && unix.isEmpty()) {
            c.welcome(List.of("port"));
            Optional<String> near = c.more() ? c.suggest(c.peek()) : Optional.empty();
            var complaint = Diagnostic.error(c.here(), "this connection test names no port", "expected \"port\" and a number").see("connection");
            c.complain(near.map(n -> complaint.help(Wording.didYouMean(n))).orElse(complaint));
        } else if (protocol.filter(p -> p.carrier() == Protocol.Carrier.UDP_ONLY).isPresent() && !udp) {
            c.complain(Diagnostic.error(first.span(), protocol.get().keyword() + " is spoken over UDP only", "this test uses TCP")
                    .help("add \"type udp\"").see("protocols"));
        } else if (said("rsakey checksum") && !said("username") && !said("password")) {
            c.complain(Diagnostic.error(first.span(), "a key is only seen when logging in", "this test gives no user and password")
                    .help("add \"username\" and \"password\" before \"rsakey\"").see("protocols"));
        } else if (tls.tls().startTls() && protocol.filter(Protocol::startsTls).isEmpty()) {
            c.complain(Diagnostic.error(first.span(), "\"starttls\" has no place in a test of " + protocol.map(Protocol::keyword).orElse("a port"),
                    "expected a protocol that can change over to TLS").see("ssl"));
        } else {
            warnOfTheUnused();
        }
    }

    private boolean said(String option) {
        return settings.stream().anyMatch(s -> s.option().equals(option));
    }

    private void warnOfTheUnused() {
        if (!unix.isEmpty() && tls.tls().used()) {
            c.warn(Diagnostic.warning(where, "a connection over a Unix socket is not encrypted", "TLS is left out here").see("connection"));
        }
        boolean listens = protocol.filter(p -> p.options().stream().anyMatch(o -> o.phrase().equals("content"))).isPresent();
        if (said("content") && !listens) {
            settings.removeIf(s -> s.option().equals("content"));
            c.warn(Diagnostic.warning(content, "only tests of http and https look at content", "this is never looked at").see("protocols"));
        }
    }

    private boolean option() {
        return place() || encryption() || speaking() || content() || patience();
    }

    private boolean place() {
        if (protocolOption()) {
            return true;
        }
        if (c.take("type")) {
            type();
            return true;
        }
        Word word = c.peek();
        boolean unixSocket = type.features().contains(Feature.UNIX_SOCKET) && c.takeAny(UNIX);
        if (!unixSocket && !c.takeAny(NETWORK)) {
            return false;
        }
        where = word.span();
        clashes.note(unixSocket ? "unixsocket" : word.getText().toLowerCase(Locale.ROOT), word);
        if (unixSocket) {
            unix = path();
        } else {
            network(word.getText().toLowerCase(Locale.ROOT));
        }
        return true;
    }

    private void network(String option) {
        switch (option) {
            case "host" -> host = values.host("a host name or address");
            case "port" -> port = port();
            case "address" -> source = values.host("an address of this machine");
            case "ipv4" -> family = Family.IPV4;
            case "ipv6" -> family = Family.IPV6;
            default -> url();
        }
    }

    private String path() {
        Word word = c.peek();
        String path = c.path("the path of a socket");
        if (!c.spent() && !path.startsWith("/")) {
            c.complain(Diagnostic.error(word.span(), "\"" + path + "\" is no absolute path", "expected a path that begins with /").see("connection"));
        }
        return path;
    }

    private int port() {
        Word word = c.peek();
        int number = values.small("a port number");
        if (!c.spent() && number > LARGEST_PORT) {
            c.warn(Diagnostic.warning(word.span(), "no port is above " + LARGEST_PORT, "this test can only fail").see("connection"));
        }
        return number;
    }

    private void type() {
        if (c.take("tcp") || c.take("udp")) {
            udp = c.previous().is("udp");
        } else if (c.take("tcpssl")) {
            udp = false;
            tls.use();
        } else {
            c.unknown("socket type", "connection");
        }
    }

    private void url() {
        Word word = c.peek();
        Optional<Url> url = Urls.parse(c.value("an address such as http://host/path"));
        if (c.spent()) {
            return;
        }
        if (url.isEmpty()) {
            c.complain(Diagnostic.error(word.span(), "\"" + word.getText() + "\" is no address of the web", "expected http:// or https://")
                    .see("connection"));
            return;
        }
        host = url.get().host();
        port = url.get().port();
        speak(catalog.protocol(url.get().scheme()));
        settings.add(new Setting("request", Comparison.EQUAL, Urls.encode(url.get().request()), false));
        if (!url.get().user().isEmpty()) {
            settings.add(new Setting("username", Comparison.EQUAL, url.get().user(), false));
            settings.add(new Setting("password", Comparison.EQUAL, url.get().password(), true));
        }
    }

    private void speak(Optional<Protocol> spoken) {
        protocol = spoken;
        switch (spoken.map(Protocol::carrier).orElse(Protocol.Carrier.TCP)) {
            case TLS -> {
                udp = false;
                tls.use();
            }
            case UDP -> udp = true;
            case TCP, UDP_ONLY -> {
            }
        }
    }

    private boolean encryption() {
        Word word = c.peek();
        boolean bare = word.is("ssl") || word.is("tls") || word.is("certificate");
        if (!tls.ssl() && !tls.certificate() && !tls.oldVersion()) {
            return false;
        }
        if (bare) {
            clashes.note("encryption", word);
        }
        return true;
    }

    private boolean speaking() {
        if (c.take("protocol") || c.take("proto")) {
            c.welcome(catalog.protocols().stream().map(Protocol::keyword).toList());
            Optional<Protocol> spoken = c.more() && !c.peek().quoted() ? catalog.protocol(c.peek().getText()) : Optional.empty();
            if (spoken.isEmpty()) {
                unknownProtocol();
            } else {
                forgetDialogue(c.next());
                speak(spoken);
            }
            return true;
        }
        return send();
    }

    /** Of a dialogue and a protocol after it Monit keeps the protocol. */
    private void forgetDialogue(Word word) {
        if (dialogue) {
            c.warn(Diagnostic.warning(word.span(), "this protocol takes the place of send and expect", "what was sent and expected is forgotten")
                    .see("connection"));
        }
        dialogue = false;
        settings.removeIf(s -> s.option().equals("send") || s.option().equals("expect"));
    }

    /** {@code content} may stand before the protocol that looks at it. */
    private boolean content() {
        Word word = c.peek();
        if (!c.at("content")) {
            return false;
        }
        content = word.span();
        return new SpeechReader(c, catalog.protocol("http").orElseThrow()).option(settings::add);
    }

    private void unknownProtocol() {
        if (!c.more()) {
            c.expected("a protocol");
            return;
        }
        Word word = c.peek();
        Diagnostic complaint = Diagnostic.error(word.span(), "unknown protocol \"" + word.getText() + "\"", "not a protocol jmonit can speak");
        c.complain(c.suggest(word).map(s -> complaint.help(Wording.didYouMean(s))).orElse(complaint).see("protocols"));
    }

    private boolean send() {
        Word word = c.peek();
        if (!c.take("send") && !c.take("expect")) {
            return false;
        }
        if (protocol.filter(p -> !p.keyword().equals("default")).isPresent()) {
            c.complain(Diagnostic.error(word.span(), "\"" + word.getText() + "\" has no place in a test of " + protocol.get().keyword(),
                    "the protocol decides what is said").see("connection"));
            return true;
        }
        dialogue = true;
        String option = word.is("send") ? "send" : "expect";
        String text = c.strictValue(option.equals("send") ? "a text to send" : "a regular expression");
        if (option.equals("expect") && !c.spent()) {
            Expressions.check(c, c.previous());
        }
        settings.add(new Setting(option, Comparison.EQUAL, text, false));
        return true;
    }

    private boolean protocolOption() {
        return protocol.isPresent() && new SpeechReader(c, protocol.get()).option(settings::add);
    }

    private boolean patience() {
        if (c.take("timeout")) {
            timeout = values.time("the timeout");
        } else if (c.take("retry")) {
            retry = values.small("a number of tries");
        } else if (c.take("responsetime")) {
            response = new ResponseTime(values.comparison(), values.time("the response time"));
        } else {
            return false;
        }
        return true;
    }
}
