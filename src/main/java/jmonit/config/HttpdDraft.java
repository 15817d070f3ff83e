package jmonit.config;

import java.util.ArrayList;
import java.util.List;

import jmonit.model.Httpd;
import jmonit.model.RunAs;
import jmonit.model.Tls;

/** The web server while its statements are read: each of them adds to what those before it said. */
final class HttpdDraft {

    final List<Httpd.Access> access = new ArrayList<>();
    boolean signature = true;
    boolean credentials;
    boolean tokenless;
    String address = "";
    Tls tls = Tls.NONE;
    String socket = "";
    RunAs owner = RunAs.MYSELF;
    String mode = "";
    boolean socketReadOnly;
    private boolean listens;
    private int port;
    private boolean readOnly;

    void port(int number, boolean forReaders) {
        listens = true;
        port = number;
        readOnly = forReaders;
    }

    Httpd httpd() {
        return new Httpd(listens ? List.of(new Httpd.Tcp(port, address, tls, readOnly)) : List.of(),
                socket.isEmpty() ? List.of() : List.of(new Httpd.Unix(socket, owner, mode, socketReadOnly)),
                new Httpd.Manners(signature, credentials, tokenless), access);
    }
}
