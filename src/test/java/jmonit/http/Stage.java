package jmonit.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import jmonit.engine.Request.Wish;
import jmonit.model.Commands;
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
import jmonit.model.Snapshot;
import jmonit.model.Subject;
import jmonit.model.Tls;

/** A daemon of a few services for the web server to stand in front of, and what it was told to do. */
final class Stage implements Panel, Documents {

    final List<String> told = new CopyOnWriteArrayList<>();
    String refusal = "";

    static final List<Access> USERS = List.of(new Access.User("admin", "monit", false), new Access.User("guest", "guest", true));

    @Override
    public Snapshot show() {
        return new Snapshot(Instant.EPOCH, settings(), Stream.of("a", "b c", "x<y").map(Stage::view).toList(), List.of());
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
    public String ask(Wish wish, List<String> services) {
        told.add(wish.word() + " " + services);
        return refusal;
    }

    @Override
    public void order(Verb verb) {
        told.add(verb.toString());
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
    public String id() {
        return "d65ebb5ea27ff3949561bb8b7a48ab49";
    }

    @Override
    public String log() {
        return "a line <of> the log\n";
    }

    /** As Monit would introduce itself, so that answers can be compared. */
    WebServer.Service service() {
        return new WebServer.Service(new Signature("monit", "5.33.0", true), false, this, this);
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
