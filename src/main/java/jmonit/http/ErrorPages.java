package jmonit.http;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client reads that did not get what it asked for, and what the log keeps of it: both to the letter as Monit has them. */
final class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final List<Header> CHALLENGE = List.of(new Header("WWW-Authenticate", "Basic realm=\"monit\""));
    private static final String STRANGER = "You are not authorized to access monit. Either you supplied the wrong credentials (e.g. bad "
            + "password), or your browser doesn't understand how to supply the credentials required";

    private final Signature signature;

    ErrorPages(Signature signature) {
        this.signature = signature;
    }

    Response refuse(Request request, Status status, String reason) {
        LOG.error("HttpRequest: error -- client [{}]: HTTP/1.0 {} {}", request.caller().client().shown(), status.code(), reason);
        return page(status, reason);
    }

    /** Why is in the log already, where there is anything to tell. */
    Response stranger() {
        return page(Status.UNAUTHORIZED, STRANGER).with(CHALLENGE);
    }

    Response strangerOfApi() {
        return Refusal.response(Status.UNAUTHORIZED, "You are not logged in", "send a user and password of the control file").with(CHALLENGE);
    }

    Response malformed(String reason) {
        return Response.html(Status.BAD_REQUEST, "<html><head><title>Bad Request</title></head><body bgcolor=#FFFFFF><h2>Bad Request</h2>"
                + Html.escape(reason) + "<p>" + signature.footer());
    }

    Response page(Status status, String reason) {
        return Response.html(status, "<html><head><title>" + status.code() + " " + status.words()
                + "</title></head><body bgcolor=#FFFFFF><h2>" + status.words() + "</h2>"
                + (status == Status.UNAUTHORIZED ? reason : Html.escape(reason)) + signature.footer());
    }
}
