package jmonit.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jmonit.diagnostic.Diagnostic;
import jmonit.model.Outlet;
import jmonit.model.Url;
import jmonit.model.Way;

/** Reads {@code set nats} with one or many servers of one cluster. */
final class NatsReader {

    private static final Map<String, Integer> PORTS = Map.of("nats", 4222, "tls", 4222);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String TOKENS = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*";
    private static final String TOPIC = "outlets";

    private final SettingsDraft settings;
    private final Cursor c;
    private final TlsReader tls;
    private final List<Url> servers = new ArrayList<>();
    private String token = "";
    private String seed = "";
    private String credentials = "";
    private String subject = "jmonit";
    private String stream = "";
    private Way.Status status = Way.Status.EACH_CYCLE;
    private Duration timeout = TIMEOUT;

    NatsReader(SettingsDraft settings, Cursor cursor) {
        this.settings = settings;
        this.c = cursor;
        this.tls = new TlsReader(cursor);
    }

    void read() {
        do {
            server();
        } while (c.more() && c.peek().getText().contains("://"));
        while (c.more() && option()) {
            // each turn takes one option
        }
        if (c.more()) {
            c.unknown("option", TOPIC);
        }
        if (!c.spent()) {
            settings.outlets.add(outlet());
        }
    }

    private Outlet outlet() {
        Url first = servers.getFirst();
        if (servers.stream().anyMatch(u -> u.scheme().equals("tls"))) {
            tls.use();
        }
        var way = new Way.Nats(servers.subList(1, servers.size()), subject, stream, new Way.Login(seed, credentials), status);
        return new Outlet(Outlet.Kind.NATS, first.host() + ":" + first.port(), first, token, "", "", tls.tls().verified(), timeout, way);
    }

    private void server() {
        Word word = c.peek();
        String text = c.value("an address such as nats://host:4222");
        Optional<Url> url = text.matches("[!-~]+") ? Urls.parse(text, PORTS).filter(u -> u.port() > 0 && u.port() < 1 << 16) : Optional.empty();
        if (!c.spent() && url.isEmpty()) {
            c.complain(Diagnostic.error(word.span(), "this is no address of NATS", "expected nats:// or tls:// with a host").see(TOPIC));
        }
        url.ifPresent(servers::add);
        boolean twice = url.isPresent() && settings.outlets.stream().anyMatch(o -> o.kind() == Outlet.Kind.NATS && o.name().equals(
                url.get().host() + ":" + url.get().port()));
        if (!c.spent() && servers.size() == 1 && twice) {
            c.complain(Diagnostic.error(word.span(), "this server is told of everything already", "once is enough").see(TOPIC));
        }
    }

    private boolean option() {
        if (c.take("token")) {
            token = matching("[!-~]+", "a token");
        } else if (c.take("nkey")) {
            seed = PathReader.read(c, "the path of a file with a seed", TOPIC);
        } else if (c.take("credentials")) {
            credentials = PathReader.read(c, "the path of a file with credentials", TOPIC);
        } else if (c.take("subject")) {
            subject = matching(TOKENS, "a subject such as jmonit, without wildcards");
        } else if (c.take("stream")) {
            stream = matching("[A-Za-z0-9_-]{1,64}", "the name of a stream such as JMONIT");
        } else if (c.take("status")) {
            status();
        } else if (c.take("timeout")) {
            timeout = new Values(c).time("the timeout");
        } else {
            return tls.ssl();
        }
        return true;
    }

    private String matching(String pattern, String what) {
        Word word = c.peek();
        String text = c.value(what);
        if (!c.spent() && !text.matches(pattern)) {
            c.complain(Diagnostic.error(word.span(), "\"" + text + "\" is not possible here", "expected " + what).see(TOPIC));
        }
        return text;
    }

    private void status() {
        if (c.take("never")) {
            status = Way.Status.NEVER;
        } else if (c.take("every")) {
            Word number = c.peek();
            Duration every = new Values(c).time("the status");
            if (!c.spent() && every.compareTo(Duration.ofSeconds(1)) < 0) {
                c.complain(Diagnostic.error(number.span(), "nobody can look that often", "expected a second at least").see(TOPIC));
            }
            status = new Way.Status(true, every);
        } else {
            c.expected("\"every\" or \"never\"");
        }
    }
}
