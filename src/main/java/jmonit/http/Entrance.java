package jmonit.http;

import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides who comes in. What it writes to the log is Monit's to the letter: programs that block attackers read it. */
final class Entrance implements Door {

    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    private final AllowList allowed;
    private final Guests guests;
    private final Throttle throttle;

    Entrance(AllowList allowed, Guests guests, Throttle throttle) {
        this.allowed = allowed;
        this.guests = guests;
        this.throttle = throttle;
    }

    /** May ask a name server. */
    @Override
    public boolean open(Client client) {
        return switch (client) {
            case Client.Local _ -> true;
            case Client.Remote(var address) -> {
                boolean known = allowed.has(address);
                if (!known) {
                    LOG.error("Denied connection from non-authorized client [{}]", client.shown());
                }
                yield known;
            }
        };
    }

    @Override
    public Visit visit(Request request) {
        if (!guests.asked()) {
            return new Visit.Welcome("", request.caller().readOnly(), Duration.ZERO);
        }
        // Monit, too, says nothing in its log about who sends no password: a browser asks before it has one.
        return Credentials.of(request.headers()).map(c -> judge(c, request.caller())).orElseGet(() -> new Visit.Stranger(Duration.ZERO));
    }

    private Visit judge(Credentials credentials, Caller caller) {
        String from = caller.client().shown();
        Duration wait = throttle.turn(from, credentials.user());
        if (Throttle.tooMany(wait)) {
            return new Visit.TooMany();
        }
        Optional<Guest> guest = guests.named(credentials.user());
        if (guest.isEmpty()) {
            guests.pretend(credentials.password());
            LOG.error("HttpRequest: access denied -- client [{}]: unknown user '{}'", from, credentials.shownUser());
        } else if (guests.admits(guest.get(), credentials.password())) {
            throttle.welcomed(from, credentials.user());
            return new Visit.Welcome(credentials.user(), caller.readOnly() || guest.get().readOnly(), wait);
        } else {
            LOG.error("HttpRequest: access denied -- client [{}]: wrong password for user '{}'", from, credentials.shownUser());
        }
        throttle.mistaken(from);
        return new Visit.Stranger(wait);
    }
}
