package jmonit.protocol;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

import jmonit.model.Comparison;
import jmonit.model.Speech;
import jmonit.model.Speech.Setting;

/** The name and the kind of record a rule asks for, and the pattern one of the answers must match, or none. */
record DnsExpectation(String name, DnsRecord record, Optional<Setting> pattern) {

    /** Nothing where the rule is content with a server that answers at all. */
    static Optional<DnsExpectation> of(Speech speech) throws IOException {
        var name = speech.setting("name");
        var record = speech.setting("record");
        var pattern = speech.settings().stream().filter(s -> s.option().equals("answer")).reduce((_, last) -> last);
        if (name.isEmpty() && record.isEmpty() && pattern.isEmpty()) {
            return Optional.empty();
        }
        var kind = record.isEmpty() ? DnsRecord.A : DnsRecord.of(record.get())
                .orElseThrow(() -> new IOException("DNS: \"" + record.get() + "\" is no kind of record jmonit can ask for"));
        return Optional.of(new DnsExpectation(plain(name.orElse("")), kind, pattern));
    }

    private static String plain(String name) throws IOException {
        var plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        var labels = Stream.of(plain.split("\\.", -1));
        if (plain.length() > 253 || !plain.isEmpty() && labels.anyMatch(l -> l.isEmpty() || l.length() > 63)) {
            throw new IOException("DNS: \"" + name + "\" is no name that can be asked for");
        }
        return plain;
    }

    void judge(DnsAnswer answer) throws IOException {
        var found = answer.all(record);
        var asked = record + " of " + (name.isEmpty() ? "." : name);
        if (found.isEmpty()) {
            throw new IOException("DNS: no answer for " + asked + (answer.isCut() ? " fits a datagram, ask over TCP" : ""));
        }
        if (pattern.isPresent()) {
            var wanted = pattern.get();
            var matched = Found.any(wanted.value(), found);
            if (matched == (wanted.comparison() == Comparison.NOT_EQUAL)) {
                throw new IOException("DNS: " + asked + " is [" + String.join(", ", found) + "] -- " + (matched ? "it matches" : "no match"));
            }
        }
    }
}
