package jmonit.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jmonit.catalog.ServiceType;
import jmonit.catalog.ServiceType.Feature;

/** The words by which the tests of a service type are known. */
final class TestWords {

    private TestWords() {
    }

    /** The proper word of each test. */
    static Set<String> tests(ServiceType type) {
        var tests = new LinkedHashSet<String>();
        type.metrics().forEach(m -> tests.add(m.phrase()));
        type.features().stream().map(TestWords::word).filter(w -> !w.isEmpty()).sorted().forEach(tests::add);
        return tests;
    }

    /** Every word that a test of this type may contain. */
    static Set<String> heads(ServiceType type) {
        var heads = new LinkedHashSet<String>();
        type.metrics().forEach(m -> m.phrases().forEach(p -> heads.addAll(List.of(p.split(" ")))));
        type.features().stream().map(TestWords::word).filter(w -> !w.isEmpty()).forEach(heads::add);
        if (type.features().contains(Feature.UNIX_SOCKET)) {
            heads.add("unix");
        }
        if (summed(type)) {
            heads.addAll(List.of("md5", "sha1"));
        }
        return heads;
    }

    private static String word(Feature feature) {
        return switch (feature) {
            case EXISTENCE -> "exist";
            case PORT -> "port";
            case UNIX_SOCKET -> "unixsocket";
            case PING -> "ping";
            case LINK -> "link";
            case IGNORE, FLAGS -> "";
        };
    }

    /** Whether it has a checksum. */
    static boolean summed(ServiceType type) {
        return type.metrics().stream().anyMatch(m -> m.key().equals("checksum"));
    }
}
