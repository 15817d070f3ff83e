package jmonit.http;

import java.util.Optional;

import jmonit.model.Snapshot;

/** Says that there is something, where there are no pages. */
final class BareSite implements Site {

    @Override
    public Optional<Response> page(Request request, boolean readOnly, Snapshot snapshot) {
        boolean known = request.path().equals("/") || request.path().equals("/_runtime")
                || Reports.find(snapshot, request.name()).isPresent();
        return known ? Optional.of(Response.html(Status.OK, page(snapshot))) : Optional.empty();
    }

    private static String page(Snapshot snapshot) {
        return "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>jmonit</title></head><body><h1>jmonit</h1><p>"
                + snapshot.services().size() + " services</p></body></html>\r\n";
    }
}
