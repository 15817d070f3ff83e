package jmonit.protocol;

import java.io.IOException;

import jmonit.catalog.Conversation;
import jmonit.model.Connection;
import jmonit.model.Limits;
import jmonit.os.Wire;

/** A web server: it answers a request with a status below 400, and with the page that is expected. */
final class HttpConversation implements Conversation {

    @Override
    public void hold(Wire wire, Connection connection, Limits limits) throws IOException {
        var expected = new HttpExpectation(connection.speech());
        var answer = HttpAnswer.to(Talk.over(wire, connection), HttpRequest.of(connection), "HTTP: Error receiving data");
        expected.status(answer.status());
        answer = answer.withHeaders();
        if (expected.wantsPage()) {
            expected.page(answer.page((int) Math.min(limits.size("httpContentBuffer"), Integer.MAX_VALUE)));
        }
    }
}
