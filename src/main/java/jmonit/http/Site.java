package jmonit.http;

import java.util.Optional;

import jmonit.model.Snapshot;

/** The pages people look at. */
interface Site {

    /** Empty where there is no such page. */
    Optional<Response> page(Request request, boolean readOnly, Snapshot snapshot);
}
