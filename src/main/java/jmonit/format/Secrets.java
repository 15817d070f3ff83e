package jmonit.format;

import java.util.List;
import java.util.stream.Stream;

import jmonit.model.Httpd;
import jmonit.model.MMonit;
import jmonit.model.MailServer;
import jmonit.model.Outlet;
import jmonit.model.Settings;
import jmonit.model.Url;

/** What a program may print, but nobody is to read. */
public record Secrets(List<String> texts) {

    /** What is shorter stands in any text. */
    private static final int SHORTEST = 4;

    public Secrets {
        texts = texts.stream().filter(t -> t.length() >= SHORTEST).distinct().toList();
    }

    public static Secrets of(Settings settings) {
        Stream<String> servers = settings.mail().servers().stream().map(MailServer::password);
        Stream<String> outlets = settings.outlets().stream().flatMap(o -> Stream.of(o.secret(), o.url().password(), path(o)));
        Stream<String> collectors = settings.mmonits().stream().map(MMonit::url).map(Url::password);
        Stream<String> users = settings.httpd().access().stream().filter(Httpd.Access.User.class::isInstance)
                .map(Httpd.Access.User.class::cast).map(Httpd.Access.User::password);
        return new Secrets(Stream.of(servers, outlets, collectors, users).flatMap(s -> s).toList());
    }

    /** Of most outlets the address is all it takes to write there. */
    private static String path(Outlet outlet) {
        return outlet.confidential() ? outlet.url().path() : "";
    }

    String masked(String text) {
        String masked = text;
        for (String secret : texts) {
            masked = masked.replace(secret, ConfigurationText.MASK);
        }
        return masked;
    }
}
