package jmonit.catalog;

import java.util.List;
import java.util.Optional;

/** Every word the language knows beyond its grammar. */
public record Catalog(List<ServiceType> serviceTypes, List<Protocol> protocols) {

    public Catalog {
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
}
