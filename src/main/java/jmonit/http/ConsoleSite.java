package jmonit.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jmonit.model.Snapshot;

/**
 * The web console: one page that draws itself from what the API tells, the same at each address, and the files it is made of.
 * A file is read when it is first asked for.
 */
final class ConsoleSite implements Site {

    private static final String FOLDER = "/console/";
    private static final String SERVICE = "/service/";
    private static final Set<String> PAGES = Set.of("/", "/events", "/log", "/about", "/_runtime");

    private final Map<String, Asset> assets = new ConcurrentHashMap<>();

    @Override
    public Optional<Response> page(Request request, boolean readOnly, Snapshot snapshot) {
        String path = request.path();
        if (path.startsWith(FOLDER)) {
            return asset(path.substring(FOLDER.length())).map(a -> a.answer(Status.OK, request.headers()));
        }
        if (path.equals("/favicon.ico")) {
            return asset("icon.svg").map(a -> a.answer(Status.OK, request.headers()));
        }
        if (path.startsWith(SERVICE)) {
            // A service may be gone since the link to it was kept: the page says so, with the way to those that are there.
            boolean known = Reports.find(snapshot, path.substring(SERVICE.length())).isPresent();
            return shell(request, known ? Status.OK : Status.NOT_FOUND);
        }
        // Monit has the page of a service under its bare name.
        boolean known = PAGES.contains(path) || Reports.find(snapshot, request.name()).isPresent();
        return known ? shell(request, Status.OK) : Optional.empty();
    }

    private Optional<Response> shell(Request request, Status status) {
        return asset("index.html").map(a -> a.answer(status, request.headers()));
    }

    private Optional<Asset> asset(String name) {
        Optional<Asset> known = Optional.ofNullable(assets.get(name));
        return known.or(() -> {
            Optional<Asset> loaded = Asset.load(name);
            loaded.ifPresent(a -> assets.put(name, a));
            return loaded;
        });
    }
}
