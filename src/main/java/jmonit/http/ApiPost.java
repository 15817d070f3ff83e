package jmonit.http;

import java.util.Set;

import jmonit.json.Json;
import jmonit.json.JsonReader;
import jmonit.json.NotJson;

/**
 * A request that wants something done. It needs no token: a page of another site can neither send this type of content without asking, nor is
 * it let where a browser tells where it comes from.
 */
record ApiPost(Request request, Viewer viewer) {

    private static final Set<String> OURS = Set.of("same-origin", "none");

    Json body() throws Refusal {
        if (!request.posted()) {
            throw new Refusal(Status.METHOD_NOT_ALLOWED, request.path() + " has to be posted", "POST");
        }
        allowed();
        if (!type().equals(Api.JSON)) {
            throw new Refusal(Status.FORBIDDEN, "The content is not said to be JSON", "send it with Content-Type: application/json");
        }
        ours();
        return read();
    }

    /** That something is deleted no page of another site can ask for without permission either. */
    void deletion() throws Refusal {
        if (!request.method().equals("DELETE")) {
            throw new Refusal(Status.METHOD_NOT_ALLOWED, request.path() + " can only be deleted", "DELETE");
        }
        allowed();
        ours();
    }

    private void allowed() throws Refusal {
        if (viewer.readOnly()) {
            throw new Refusal(Status.FORBIDDEN, "A read-only user may look, and nothing else", "log in as a user that is not \"read-only\"");
        }
    }

    private void ours() throws Refusal {
        if (request.headers().all("Sec-Fetch-Site").stream().anyMatch(site -> !OURS.contains(site))) {
            throw new Refusal(Status.FORBIDDEN, "Another site may not do this", "only pages of jmonit itself may post");
        }
    }

    private String type() {
        return request.headers().first("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    }

    private Json read() throws Refusal {
        try {
            return JsonReader.read(request.body(), JsonReader.Bounds.SMALL);
        } catch (NotJson e) {
            throw Refusal.bad("The content is not JSON: " + e.getMessage(), "an object such as {\"action\": \"validate\"} is expected");
        }
    }
}
