package jmonit.model;

import java.util.List;

/** The web server. */
public record Httpd(List<Tcp> tcp, List<Unix> unix, Manners manners, List<Access> access) {

    public static final Httpd OFF = new Httpd(List.of(), List.of(), Manners.USUAL, List.of());

    public Httpd {
        tcp = List.copyOf(tcp);
        unix = List.copyOf(unix);
        access = List.copyOf(access);
    }

    public boolean on() {
        return !tcp.isEmpty() || !unix.isEmpty();
    }

    /**
     * How it deals with its clients.
     *
     * @param signature tell the version
     * @param credentials tell in the status what a receiver may log in with
     * @param tokenless let programs post without a token against forged forms
     */
    public record Manners(boolean signature, boolean credentials, boolean tokenless) {

        public static final Manners USUAL = new Manners(true, false, false);
    }

    /** An empty address stands for all of them. */
    public record Tcp(int port, String address, Tls tls, boolean readOnly) {
    }

    /** An empty mode leaves it to the umask. */
    public record Unix(String path, RunAs owner, String mode, boolean readOnly) {
    }

    /** Who may come in. */
    public sealed interface Access {

        record Net(String spec) implements Access {
        }

        record User(String name, String password, boolean readOnly) implements Access {

            @Override
            public String toString() {
                return "User[" + name + "]";
            }
        }

        record Group(String name, boolean readOnly) implements Access {
        }

        /** No users named means all of the file. */
        record PasswordFile(String path, String digest, List<String> users, boolean readOnly) implements Access {

            public PasswordFile {
                users = List.copyOf(users);
            }
        }
    }
}
