package jmonit.protocol.state;

import java.util.List;
import java.util.stream.Stream;

/** The tests that are asked of a server that runs. */
record Peer(List<Row> rows) {

    Peer {
        rows = List.copyOf(rows);
    }

    static Peer of(Row... rows) {
        return new Peer(List.of(rows));
    }

    Peer with(List<Row> more) {
        return new Peer(Stream.concat(rows.stream(), more.stream()).toList());
    }
}
