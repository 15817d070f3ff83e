package jmonit.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of records that can be asked for. */
enum DnsRecord {
    A(1), NS(2), CNAME(5), SOA(6), PTR(12), MX(15), TXT(16), AAAA(28), SRV(33), CAA(257);

    private final int number;

    DnsRecord(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Optional<DnsRecord> of(String word) {
        return Stream.of(values()).filter(r -> r.name().equals(word.toUpperCase(Locale.ROOT))).findFirst();
    }
}
