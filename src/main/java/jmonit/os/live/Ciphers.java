package jmonit.os.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A list of ciphers in OpenSSL's notation, such as {@code HIGH:!aNULL:-SHA1}, as Java's cipher suites in that order. It is about TLS up to 1.2: the
 * suites of TLS 1.3 are always there. What only OpenSSL knows names nothing here.
 */
final class Ciphers {

    private final List<String> known;
    private final List<String> chosen = new ArrayList<>();
    private final Set<String> banned = new HashSet<>();

    private Ciphers(List<String> known) {
        this.known = known;
    }

    static List<String> of(String list, List<String> known) throws IOException {
        var ciphers = new Ciphers(known.stream().filter(CipherSuite::older).toList());
        // "DEFAULT@SECLEVEL=1" is a name and a command in one.
        for (var item : list.replace("@", ":@").split("[:, ]+")) {
            ciphers.take(item);
        }
        if (ciphers.chosen.isEmpty()) {
            throw new IOException("SSL: none of the ciphers \"" + list + "\" is spoken here");
        }
        var all = new ArrayList<>(known.stream().filter(k -> !CipherSuite.older(k)).toList());
        all.addAll(ciphers.chosen);
        return all;
    }

    private void take(String item) {
        if (item.isEmpty()) {
            return;
        }
        var rest = item.substring(1);
        switch (item.charAt(0)) {
            case '!' -> {
                banned.addAll(named(rest));
                chosen.removeAll(named(rest));
            }
            case '-' -> chosen.removeAll(named(rest));
            case '+' -> {
                var moved = chosen.stream().filter(named(rest)::contains).toList();
                chosen.removeAll(moved);
                chosen.addAll(moved);
            }
            case '@' -> order(rest);
            default -> named(item).stream().filter(s -> !chosen.contains(s) && !banned.contains(s)).forEach(chosen::add);
        }
    }

    /** The level of security that can be named there, too, is Java's own. */
    private void order(String command) {
        if (command.equals("STRENGTH")) {
            chosen.sort(Comparator.comparingInt((String s) -> s.contains("_128_") ? 1 : 0));
        }
    }

    private List<String> named(String name) {
        return known.stream().filter(s -> CipherSuite.of(s).is(name)).toList();
    }
}
