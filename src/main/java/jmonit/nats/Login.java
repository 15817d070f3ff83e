package jmonit.nats;

/** How we say who we are. */
public sealed interface Login {

    Login NOBODY = new Nobody();

    record Nobody() implements Login {
    }

    record Password(String user, String password) implements Login {

        @Override
        public String toString() {
            return "Password of " + user;
        }
    }

    record Token(String token) implements Login {

        @Override
        public String toString() {
            return "Token";
        }
    }

    /** The server knows the public half of the key. */
    record Key(NatsKey key) implements Login {
    }

    /** Somebody the server trusts has signed who we are. */
    record Signed(String token, NatsKey key) implements Login {

        @Override
        public String toString() {
            return "Signed";
        }
    }
}
