package jmonit.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jmonit.json.JsonWriter;

/** A request of the programming interface that gets no for an answer, with words for whoever wrote the program. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final Status status;
    private final String help;

    Refusal(Status status, String message, String help) {
        super(message);
        this.status = status;
        this.help = help;
    }

    static Refusal bad(String message, String help) {
        return new Refusal(Status.BAD_REQUEST, message, help);
    }

    static Refusal unknown(String what, String name) {
        return new Refusal(Status.NOT_FOUND, "There is no " + what + " named \"" + name + "\"", "GET " + Api.SERVICES + " lists them");
    }

    Response response() {
        return response(status, getMessage(), help);
    }

    static Response response(Status status, String message, String help) {
        var out = new JsonWriter(256).object().name("error").object().field("message", message).field("help", help).end().end();
        var response = Response.of(status, Api.JSON, out.toString().getBytes(StandardCharsets.UTF_8));
        return status == Status.METHOD_NOT_ALLOWED ? response.with(List.of(new Header("Allow", help))) : response;
    }
}
