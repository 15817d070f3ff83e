package jmonit.format;

import java.util.List;
import java.util.stream.Stream;

import jmonit.model.Condition;
import jmonit.model.ControlFile;
import jmonit.model.Httpd;
import jmonit.model.MMonit;
import jmonit.model.MailServer;
import jmonit.model.Outlet;
import jmonit.model.Rule;
import jmonit.model.Service;
import jmonit.model.Settings;
import jmonit.model.Speech;
import jmonit.model.Url;
import jmonit.model.Way;

/** What a program may print, but nobody is to read. */
public record Secrets(List<String> texts) {

    /** What is shorter stands in any text. */
    private static final int SHORTEST = 4;

    public Secrets {
        texts = texts.stream().filter(t -> t.length() >= SHORTEST).distinct().toList();
    }

    public static Secrets of(ControlFile controlFile) {
        return new Secrets(Stream.concat(of(controlFile.settings()), controlFile.services().stream().flatMap(Secrets::of)).toList());
    }

    private static Stream<String> of(Settings settings) {
        Stream<String> servers = settings.mail().servers().stream().map(MailServer::password);
        Stream<String> outlets = settings.outlets().stream().flatMap(Secrets::of);
        Stream<String> collectors = settings.mmonits().stream().map(MMonit::url).map(Url::password);
        Stream<String> users = settings.httpd().access().stream().filter(Httpd.Access.User.class::isInstance)
                .map(Httpd.Access.User.class::cast).map(Httpd.Access.User::password);
        return Stream.of(servers, outlets, collectors, users).flatMap(s -> s);
    }

    /** What its connection tests say to log in. */
    private static Stream<String> of(Service service) {
        return service.rules().stream().map(Rule::when).filter(Condition.Connected.class::isInstance).map(Condition.Connected.class::cast)
                .flatMap(c -> c.connection().speech().settings().stream()).filter(Speech.Setting::secret).map(Speech.Setting::value);
    }

    private static Stream<String> of(Outlet outlet) {
        return switch (outlet.way()) {
            // Of most the address is all it takes to write there.
            case Way.Web _ when outlet.confidential() ->
                    Stream.of(outlet.secret(), outlet.url().password(), outlet.url().path(), outlet.url().query());
            case Way.Nats nats -> Stream.concat(Stream.of(outlet.secret()),
                    Stream.concat(Stream.of(outlet.url()), nats.others().stream()).map(Secrets::login));
            case Way.Web _, Way.Syslog _, Way.Program _ -> Stream.of(outlet.secret(), outlet.url().password());
        };
    }

    /** A user without a password is a token. */
    private static String login(Url url) {
        return url.password().isEmpty() ? url.user() : url.password();
    }

    String masked(String text) {
        String masked = text;
        for (String secret : texts) {
            masked = masked.replace(secret, ConfigurationText.MASK);
        }
        return masked;
    }
}
