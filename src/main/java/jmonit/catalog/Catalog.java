package jmonit.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** Every word the language knows beyond its grammar. {@code dialogue} is what a test says with send and expect: it has no word of its own. */
public record Catalog(List<ServiceType> serviceTypes, List<Protocol> protocols, Protocol dialogue) {

    public Catalog {
        requireNonNull(dialogue, "dialogue");
        serviceTypes = List.copyOf(serviceTypes);
        protocols = List.copyOf(protocols);
    }

    public Optional<ServiceType> serviceType(String word) {
        return serviceTypes.stream()
                .filter(t -> t.keyword().equalsIgnoreCase(word) || t.aliases().stream().anyMatch(word::equalsIgnoreCase))
                .findFirst();
    }

    public Optional<Protocol> protocol(String word) {
        return protocols.stream().filter(p -> p.keyword().equalsIgnoreCase(word)).findFirst();
    }

    /** What a test that was read speaks. */
    public Protocol spoken(String keyword) {
        if (keyword.equals(dialogue.keyword())) {
            return dialogue;
        }
        // Asked at each test of a server, with words as they stand in the list.
        for (var protocol : protocols) {
            if (protocol.keyword().equals(keyword)) {
                return protocol;
            }
        }
        return protocol(keyword).orElseThrow(() -> new IllegalStateException("there is no protocol " + keyword));
    }
}
