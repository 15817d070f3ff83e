package jmonit.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import jmonit.engine.Calming;
import jmonit.engine.Request.Wish;
import jmonit.model.Commands;
import jmonit.model.Event;
import jmonit.model.Httpd;
import jmonit.model.Httpd.Access;
import jmonit.model.Limits;
import jmonit.model.LogTarget;
import jmonit.model.MailFormat;
import jmonit.model.Mode;
import jmonit.model.OnReboot;
import jmonit.model.Origin;
import jmonit.model.Schedule;
import jmonit.model.Service;
import jmonit.model.Settings;
import jmonit.model.Silence;
import jmonit.model.Snapshot;
import jmonit.model.Subject;
import jmonit.model.Tls;
import jmonit.os.Logins;

/** A daemon of a few services for the web server to stand in front of, and what it was told to do. */
final class Stage implements Panel, Documents, Views {

    final List<String> told = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<String>> replies = new CopyOnWriteArrayList<>();
    volatile Snapshot shown = new Snapshot(Instant.EPOCH, settings(), Stream.of("a", "b c", "x<y").map(Stage::view).toList(), List.of());
    String refusal = "";
    /** Replies come when a test says so. */
    boolean slow;
    boolean logged = true;
    String padding = "";

    static final WebServer.Keys NO_KEYS = new WebServer.Keys((_, _) -> false, new Logins() {

        @Override
        public boolean member(String user, String group) {
            return false;
        }

        @Override
        public boolean admits(String user, String password) {
            return false;
        }
    });
    static final List<Access> USERS = List.of(new Access.User("admin", "monit", false), new Access.User("guest", "guest", true));

    @Override
    public Snapshot show() {
        return shown;
    }

    static Snapshot.View view(String name) {
        var care = new Service.Care(Mode.ACTIVE, OnReboot.START, Schedule.EVERY_CYCLE, List.of("g1"), List.of());
        var service = new Service(name, "system", new Subject.Machine(), Commands.NONE, List.of(), List.of(), care, List.of(), new Origin("f", 1));
        return new Snapshot.View(service, Snapshot.Monitoring.MONITORED, List.of(), List.of(), Instant.EPOCH,
                new Snapshot.Work("", false, false, 0));
    }

    static Settings settings() {
        return new Settings(new Settings.Poll(30, 0), new Settings.Files(new LogTarget.None(), "", "", ""), new Limits(Map.of(), Map.of()),
                OnReboot.START, new Settings.Switches(false, false, false), Tls.NONE,
                new Settings.Mail(List.of(), Duration.ofSeconds(5), "", MailFormat.DEFAULT, List.of(), Settings.Queue.NONE), List.of(), Httpd.OFF);
    }

    @Override
    public boolean answers(Duration within) {
        return refusal.isEmpty();
    }

    @Override
    public List<CompletableFuture<String>> ask(Wish wish, List<String> services) {
        told.add(wish.word() + " " + services);
        return services.stream().map(_ -> reply()).toList();
    }

    @Override
    public List<CompletableFuture<String>> calm(Calming wanted) {
        told.add(wanted.toString());
        if (wanted instanceof Calming.Silence(var scope, var until, var remark) && refusal.isEmpty()) {
            var silence = new Silence(shown.silences().size() + 1, scope, shown.at(), until, remark);
            shown = new Snapshot(shown.at(), shown.settings(), shown.services(), shown.events(),
                    Stream.concat(shown.silences().stream(), Stream.of(silence)).toList());
        }
        return Stream.generate(this::reply).limit(wanted.replies()).toList();
    }

    @Override
    public byte[] silences(Snapshot snapshot) {
        return bytes(snapshot.silences().toString());
    }

    @Override
    public byte[] silence(Silence silence) {
        return bytes(silence.toString());
    }

    @Override
    public CompletableFuture<String> order(Verb verb) {
        told.add(verb.toString());
        return reply();
    }

    private CompletableFuture<String> reply() {
        var reply = new CompletableFuture<String>();
        replies.add(reply);
        if (!slow || !refusal.isEmpty()) {
            reply.complete(refusal);
        }
        return reply;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Views forReaders() {
        return this;
    }

    @Override
    public byte[] services(Snapshot snapshot, Filter filter, Viewer viewer) {
        return bytes(filter + " " + viewer + padding);
    }

    @Override
    public byte[] change(Snapshot snapshot, List<Snapshot.View> changed) {
        return bytes("changed " + changed.stream().map(v -> v.service().name()).toList());
    }

    @Override
    public byte[] service(Snapshot snapshot, String name) {
        return bytes("service " + name);
    }

    @Override
    public byte[] events(Snapshot snapshot, Wanted wanted) {
        return bytes(wanted.toString());
    }

    @Override
    public byte[] event(Event event) {
        return bytes(event.because());
    }

    @Override
    public byte[] history(Snapshot snapshot, String service, List<String> ids, Range range) {
        return bytes("history of " + service + " " + ids + " " + range);
    }

    @Override
    public byte[] sparks(Snapshot snapshot) {
        return bytes("sparks");
    }

    @Override
    public Optional<byte[]> log(Snapshot snapshot, String position, int lines) {
        return logged ? Optional.of(bytes(lines + " lines after '" + position + "'")) : Optional.empty();
    }

    @Override
    public byte[] configuration() {
        return bytes("configuration");
    }

    @Override
    public byte[] metrics(Snapshot snapshot, boolean open) {
        return bytes(open ? "open metrics" : "metrics");
    }

    @Override
    public Document show(Choice choice, Snapshot snapshot) {
        return text(choice.xml() ? "text/xml" : "text/plain", choice.toString());
    }

    @Override
    public Document report(Choice choice, String type, Snapshot snapshot) {
        return text("text/plain", "report " + type + " " + choice);
    }

    private static Document text(String type, String text) {
        return new Document(type, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> named(Snapshot snapshot, String pattern) {
        return snapshot.services().stream().map(v -> v.service().name()).filter(pattern::equalsIgnoreCase).toList();
    }

    @Override
    public String id() {
        return "d65ebb5ea27ff3949561bb8b7a48ab49";
    }

    @Override
    public String log(Snapshot snapshot) {
        return "a line <of> the log\n";
    }

    /** As Monit would introduce itself, so that answers can be compared. */
    WebServer.Service service() {
        return new WebServer.Service(new Signature("monit", "5.33.0", true), false, this, this, this);
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
