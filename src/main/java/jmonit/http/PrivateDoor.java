package jmonit.http;

import java.time.Duration;

/** The door of the daemon's own user and of root. The kernel tells who stands there, so nobody has to say a password. */
record PrivateDoor(String owner) implements Door {

    private static final String ROOT = "root";

    @Override
    public boolean open(Client client) {
        return client instanceof Client.Local(String user, _) && (user.equals(owner) || user.equals(ROOT));
    }

    @Override
    public Visit visit(Request request) {
        return open(request.caller().client()) ? new Visit.Welcome("", false, Duration.ZERO) : new Visit.Stranger(Duration.ZERO);
    }
}
