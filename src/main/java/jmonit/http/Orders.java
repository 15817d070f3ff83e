package jmonit.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.engine.Request.Wish;
import jmonit.model.Snapshot;

/** What an operator wants done, by the words of Monit. */
final class Orders {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final Panel panel;
    private final Documents documents;
    private final ErrorPages errors;

    Orders(Panel panel, Documents documents, ErrorPages errors) {
        this.panel = panel;
        this.documents = documents;
        this.errors = errors;
    }

    /** To the services the form names, and to none unless to all. */
    Response toMany(Request request) throws InterruptedException {
        Snapshot snapshot = panel.show();
        var services = new LinkedHashSet<String>();
        for (String name : request.form().all("service")) {
            List<String> named = documents.named(snapshot, name);
            if (named.isEmpty()) {
                return errors.refuse(request, Status.BAD_REQUEST, "There is no service named \"" + name + "\"");
            }
            services.addAll(named);
        }
        // As in Monit, the last one named is told of first.
        return act(request, List.copyOf(services.reversed()));
    }

    Response toOne(Request request, String service) throws InterruptedException {
        return act(request, List.of(service));
    }

    private Response act(Request request, List<String> services) throws InterruptedException {
        Optional<String> word = request.form().first("action");
        if (word.isEmpty()) {
            return done();
        }
        Optional<Wish> wish = Stream.of(Wish.values()).filter(w -> w.word().equalsIgnoreCase(word.get())).findFirst();
        if (wish.isEmpty()) {
            return errors.refuse(request, Status.BAD_REQUEST, "Invalid action \"" + word.get() + "\"");
        }
        String reason = services.isEmpty() ? "" : refusal(panel.ask(wish.get(), services));
        return reason.isEmpty() ? done() : errors.refuse(request, Status.UNAVAILABLE, reason);
    }

    /** Those who ask in Monit's way do not wait: only a wish that is not taken at all is told of. */
    private static String refusal(List<CompletableFuture<String>> replies) {
        return replies.stream().map(r -> r.getNow("")).filter(r -> !r.isEmpty()).findFirst().orElse("");
    }

    /** To the daemon as a whole. As in Monit, an unknown word is no order. */
    Response toDaemon(Request request) {
        return switch (request.form().first("action").orElse("")) {
            case "validate" -> {
                LOG.info("The Monit http server woke up on user request");
                panel.order(Panel.Verb.VALIDATE);
                yield done();
            }
            case "stop" -> {
                LOG.info("The Monit http server stopped on user request");
                panel.order(Panel.Verb.STOP);
                yield errors.refuse(request, Status.UNAVAILABLE, "The Monit http server is stopped");
            }
            // Beyond Monit's words, for the command line.
            case "reload" -> ordered(Panel.Verb.RELOAD);
            case "quit" -> ordered(Panel.Verb.QUIT);
            default -> done();
        };
    }

    private Response ordered(Panel.Verb verb) {
        panel.order(verb);
        return done();
    }

    private static Response done() {
        return Response.html(Status.OK, "");
    }
}
