package jmonit.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jmonit.engine.Calming;
import jmonit.json.Json;
import jmonit.model.Scope;
import jmonit.model.Silence;
import jmonit.model.Silence.Remark;
import jmonit.model.Snapshot;

/** What operators want of those who are told: silences, and that somebody looks after a failure. */
final class ApiQuiet {

    /** What is promised is on disk; a disk that does not answer has that long. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST = Duration.ofDays(366).toSeconds();
    private static final int MOST_NAME = 100;
    private static final int MOST_REASON = 500;

    private final Panel panel;
    private final Views views;

    ApiQuiet(Panel panel, Views views) {
        this.panel = panel;
        this.views = views;
    }

    Response silence(Json body, Viewer viewer) throws Refusal, InterruptedException {
        Snapshot snapshot = panel.show();
        var wanted = new Calming.Silence(scope(body, snapshot), until(body, snapshot.at()), remark(body, viewer));
        settled(panel.calm(wanted).getFirst());
        Snapshot after = panel.show();
        Silence made = after.silences().reversed().stream().filter(s -> s.scope().equals(wanted.scope()) && s.remark().equals(wanted.remark()))
                .findFirst().orElseThrow(() -> new Refusal(Status.UNAVAILABLE, "The silence is over already", "GET /api/v1/silences lists them"));
        return Response.of(Status.OK, Api.JSON, views.silence(made));
    }

    /** In the words it was asked with: of a group, whoever comes into it later is meant, too. */
    private static Scope scope(Json body, Snapshot snapshot) throws Refusal {
        List<String> services = ApiOrders.services(body, snapshot);
        if (body.at("all").flag().orElse(false)) {
            return new Scope.All();
        }
        return body.at("group").text().<Scope>map(Scope.Group::new).orElseGet(() -> new Scope.Named(services));
    }

    private static Instant until(Json body, Instant now) throws Refusal {
        boolean lasting = !(body.at("seconds") instanceof Json.Nothing);
        if (lasting == !(body.at("until") instanceof Json.Nothing)) {
            throw Refusal.bad("It is not said how long", "either \"seconds\": 3600 or \"until\": \"2026-11-21T18:00:00Z\"");
        }
        return lasting ? now.plusSeconds(seconds(body.at("seconds"))) : moment(body.at("until"));
    }

    private static long seconds(Json seconds) throws Refusal {
        long count = seconds.number().map(n -> (long) Math.ceil(n)).orElse(0L);
        if (count < 1 || count > LONGEST) {
            throw Refusal.bad("\"seconds\" is not a number from 1 to " + LONGEST, "how long nobody is told");
        }
        return count;
    }

    private static Instant moment(Json until) throws Refusal {
        try {
            return Instant.parse(until.text().orElse(""));
        } catch (DateTimeException e) {
            throw Refusal.bad("\"until\" is no time", "such as \"2026-11-21T18:00:00Z\"");
        }
    }

    /** Who logged in is told beside who somebody says to be. */
    private static Remark remark(Json body, Viewer viewer) throws Refusal {
        String said = line(body.at("by"), "by", MOST_NAME);
        String user = viewer.user();
        String by = said.isEmpty() ? user : user.isEmpty() || user.equals(said) ? said : said + " (" + user + ")";
        return new Remark(by, line(body.at("reason"), "reason", MOST_REASON));
    }

    private static String line(Json text, String name, int longest) throws Refusal {
        String words = text instanceof Json.Nothing ? "" : text.text().orElseThrow(() -> Refusal.bad("\"" + name + "\" is not a text", "a few words"));
        if (words.length() > longest) {
            throw Refusal.bad("\"" + name + "\" is too long", "at most " + longest + " characters");
        }
        return words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    Response lift(String id, Viewer viewer) throws Refusal, InterruptedException {
        boolean known = panel.show().silences().stream().anyMatch(s -> Long.toString(s.id()).equals(id));
        if (!known) {
            throw new Refusal(Status.NOT_FOUND, "There is no silence " + id, "GET /api/v1/silences lists them");
        }
        CompletableFuture<String> reply = panel.calm(new Calming.Lift(Long.parseLong(id), new Remark(viewer.user(), ""))).getFirst();
        settled(reply);
        return Results.of(reply).response(PATIENCE);
    }

    Response acknowledge(Json body, Viewer viewer) throws Refusal, InterruptedException {
        List<String> services = ApiOrders.services(body, panel.show());
        Remark remark = remark(body, viewer);
        return Results.of(services, services.isEmpty() ? List.of() : panel.calm(new Calming.Acknowledge(services, remark))).response(PATIENCE);
    }

    Response disown(String name, Viewer viewer) throws Refusal, InterruptedException {
        List<String> service = List.of(Api.named(panel.show(), name));
        return Results.of(service, panel.calm(new Calming.Disown(service, new Remark(viewer.user(), "")))).response(PATIENCE);
    }

    private static void settled(CompletableFuture<String> reply) throws Refusal, InterruptedException {
        try {
            String refused = reply.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!refused.isEmpty()) {
                throw Refusal.bad(refused, "GET /api/v1/silences lists them");
            }
        } catch (TimeoutException e) {
            throw new Refusal(Status.UNAVAILABLE, "The daemon does not answer", "GET /api/v1/silences tells what became of it");
        } catch (ExecutionException e) {
            throw new Refusal(Status.INTERNAL_ERROR, "a fault in jmonit, see its log", "GET /api/v1/silences tells what became of it");
        }
    }
}
