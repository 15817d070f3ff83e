package jmonit.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jmonit.model.Condition;
import jmonit.model.Httpd;
import jmonit.model.MailServer;
import jmonit.model.Outlet;
import jmonit.model.Service;
import jmonit.model.Speech;
import jmonit.model.Url;

/** The passwords of any kind that a control file holds. */
final class Secrets {

    private Secrets() {
    }

    static List<String> of(SettingsDraft settings) {
        Stream<String> users = settings.httpd.access.stream().filter(Httpd.Access.User.class::isInstance)
                .map(a -> ((Httpd.Access.User) a).password());
        Stream<String> servers = settings.mailServers.stream().map(MailServer::password);
        Stream<String> collectors = settings.mmonits.stream().map(m -> m.url().password());
        Stream<String> outlets = settings.outlets.stream().filter(Outlet::confidential).flatMap(Secrets::of);
        return Stream.of(users, servers, collectors, outlets).flatMap(s -> s).filter(s -> !s.isEmpty()).toList();
    }

    /** Of most the address is all it takes to write there. */
    private static Stream<String> of(Outlet outlet) {
        Url url = outlet.url();
        Stream<String> first = Stream.of(outlet.secret(), url.password(), url.user()).filter(s -> !s.isEmpty());
        List<String> told = first.toList();
        return told.isEmpty() ? Stream.of(url.host()) : told.stream();
    }

    static List<String> of(Service service) {
        return service.rules().stream().flatMap(r -> of(r.when())).toList();
    }

    private static Stream<String> of(Condition condition) {
        return condition instanceof Condition.Connected(var connection, _)
                ? connection.speech().settings().stream().filter(Speech.Setting::secret).map(Speech.Setting::value).filter(v -> !v.isEmpty())
                : Stream.empty();
    }

    /** Those of {@code now} that were not among {@code before}. */
    static List<String> added(List<String> before, List<String> now) {
        var added = new ArrayList<>(now);
        before.forEach(added::remove);
        return added;
    }
}
