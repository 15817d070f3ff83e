package jmonit.channel;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.EventKind;
import jmonit.model.MailServer;
import jmonit.model.Origin;
import jmonit.model.Outlet;
import jmonit.model.Recipient;

/** Sends a message to those who could be told, and says what came back. Nothing is queued, nothing sent again. */
public final class AlertTrial {

    private static final String WORDS = "this is a test: nothing has happened";

    private final Alerts.Machine machine;
    private final Alerts.Sender sender;

    /** What came of one of them. */
    public record Result(String who, boolean taken, String said) {
    }

    public AlertTrial(Alerts.Machine machine, Alerts.Sender sender) {
        this.machine = machine;
        this.sender = sender;
    }

    /** Whom a control file could have told, as {@code run} knows them: outlets by kind and name, mail boxes by their address. */
    public static List<String> names(ControlFile controlFile) {
        var names = new ArrayList<String>();
        new Addressees(controlFile).everybody().stream().filter(Recipient::byMail).map(Recipient::address).distinct().forEach(names::add);
        controlFile.settings().outlets().stream().map(Outlet::address).forEach(names::add);
        return names;
    }

    /** Of those names only. */
    public List<Result> run(ControlFile controlFile, String system, Instant now, List<String> names) throws InterruptedException {
        var results = new ArrayList<Result>();
        Event test = event(system, now, Event.Side.CHANGED);
        List<Recipient> people = new Addressees(controlFile).everybody().stream().filter(r -> r.byMail() && names.contains(r.address())).toList();
        if (!people.isEmpty()) {
            results.addAll(mails(controlFile, system, test, people));
        }
        var occasion = new Alerts.Occasion(controlFile, system, _ -> _ -> new byte[0], List.of(), List.of());
        for (Outlet outlet : controlFile.settings().outlets()) {
            if (names.contains(outlet.address())) {
                results.add(outlet(outlet, new Carriers(machine, sender, occasion).of(outlet), test));
            }
        }
        return results;
    }

    private static Event event(String system, Instant now, Event.Side side) {
        return new Event(now, system, "system", EventKind.STATUS, side, WORDS, "alert", new Origin("", 0));
    }

    private static Result outlet(Outlet outlet, Carrier carrier, Event test) throws InterruptedException {
        try (carrier) {
            Reply reply = new Reply.Taken();
            for (Event.Side side : sides(outlet)) {
                reply = carrier.tell(event(test.service(), test.at(), side));
                if (!(reply instanceof Reply.Taken)) {
                    break;
                }
            }
            return result(outlet.address(), reply);
        } catch (IOException e) {
            return new Result(outlet.address(), false, Said.line(String.valueOf(e.getMessage())));
        }
    }

    /** Nobody is to be left with an incident that never ends. */
    private static List<Event.Side> sides(Outlet outlet) {
        return outlet.kind().opensIncidents() ? List.of(Event.Side.FAILED, Event.Side.SUCCEEDED) : List.of(Event.Side.CHANGED);
    }

    private static Result result(String who, Reply reply) {
        return switch (reply) {
            case Reply.Taken _ -> new Result(who, true, "taken");
            case Reply.Later(String said, Duration _) -> new Result(who, false, "not now: " + said);
            case Reply.Postponed(String said) -> new Result(who, false, "not now: " + said);
            case Reply.Failed(String said, Duration _) -> new Result(who, false, "failed: " + said);
            case Reply.Refused(String said) -> new Result(who, false, "refused: " + said);
        };
    }

    /** Each server of the list is greeted, so that one which is never needed is not found missing when it is. */
    private List<Result> mails(ControlFile controlFile, String system, Event test, List<Recipient> people) throws InterruptedException {
        var office = new Office(machine.sockets(), sender);
        office.serve(controlFile, system);
        var results = new ArrayList<Result>();
        var talks = new ArrayList<Post.Talk>();
        try {
            for (MailServer server : office.servers().list()) {
                results.add(greeting(office, server, talks));
            }
            office.mails(Told.of(test), people).stream().distinct().forEach(m -> results.add(mail(m, talks)));
        } finally {
            talks.forEach(Post.Talk::close);
        }
        return results.isEmpty() ? people.stream().map(p -> new Result(p.address(), false, "there is no set mailserver")).distinct().toList() : results;
    }

    private static Result greeting(Office office, MailServer server, List<Post.Talk> talks) throws InterruptedException {
        String who = "mailserver " + server.host() + ":" + server.port();
        try {
            talks.add(office.servers().post().greet(server));
            return new Result(who, true, "there");
        } catch (IOException e) {
            return new Result(who, false, Said.line(String.valueOf(e.getMessage())));
        }
    }

    /** By the first server that is there. */
    private static Result mail(Mail mail, List<Post.Talk> talks) {
        if (talks.isEmpty()) {
            return new Result(mail.to(), false, "no mail server is there");
        }
        try {
            return switch (talks.getFirst().deliver(mail)) {
                case Post.Answer.Taken _ -> new Result(mail.to(), true, "taken");
                case Post.Answer.Later(String said) -> new Result(mail.to(), false, "not now: " + said);
                case Post.Answer.Refused(String said) -> new Result(mail.to(), false, "refused: " + said);
            };
        } catch (IOException e) {
            return new Result(mail.to(), false, Said.line(String.valueOf(e.getMessage())));
        }
    }
}
