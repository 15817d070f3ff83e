package jmonit.protocol;

import java.io.IOException;
import java.util.Set;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A web server: it answers a request with a status below 400, and with the page that is expected. */
final class HttpConversation implements Conversation {

    private static final String HEARING = "HTTP: Error receiving data";
    private static final int MOST_REDIRECTS = 20;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Lane lane;

    HttpConversation(Lane lane) {
        this.lane = lane;
    }

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var limit = (int) Math.min(limits.size("httpContentBuffer"), Integer.MAX_VALUE);
        try (var pass = lane.pass(limit, connection.timeout())) {
            hold(Talk.over(wire, connection), connection, limit, pass);
        }
    }

    private static void hold(Talk talk, Connection connection, int limit, Lane.Pass pass) throws IOException {
        var expected = new HttpExpectation(connection.speech());
        var answer = answer(talk, connection, limit, pass);
        expected.status(answer.status());
        answer = answer.withHeaders();
        if (expected.wantsPage()) {
            expected.page(answer.page(limit, pass));
        }
    }

    /** The first that does not send us on, or the last we may follow. */
    private static HttpAnswer answer(Talk talk, Connection connection, int limit, Lane.Pass pass) throws IOException {
        var redirects = connection.speech().setting("redirects").map(n -> Math.clamp(Long.parseLong(n), 0, MOST_REDIRECTS)).orElse(0);
        var request = HttpRequest.of(connection);
        var answer = HttpAnswer.to(talk, request.text(redirects > 0), HEARING);
        for (var left = redirects; left > 0 && REDIRECTS.contains(answer.status()); left--) {
            var told = answer.withHeaders();
            told.skipPage(limit, pass);
            request = request.movedTo(told.location());
            answer = HttpAnswer.to(talk, request.text(left > 1), HEARING);
        }
        return answer;
    }
}
