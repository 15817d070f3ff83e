package jmonit.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jmonit.model.ControlFile;
import jmonit.model.Event;
import jmonit.model.Recipient;
import jmonit.model.Service;

/** Who is told of what. */
record Addressees(ControlFile controlFile) {

    /** Those of the service first, and whoever is named there is not told a second time; of each the last written first, as Monit does. */
    List<Recipient> of(Event event) {
        return told(event.service()).filter(r -> r.events().contains(event.kind()) && event.audience().reaches(r.after())).toList();
    }

    /** Of a failure that lasts, in its so manieth cycle. */
    List<Recipient> reminded(Event event, int cycle) {
        return of(event).stream().filter(r -> r.reminder() > 0 && cycle % r.reminder() == 0).toList();
    }

    /** Of what lasts, what one of them is told of. */
    List<Event> lasting(List<Event> failures, String address) {
        return failures.stream().filter(e -> of(e).stream().anyMatch(r -> r.address().equals(address))).toList();
    }

    List<Recipient> everybody() {
        Stream<Recipient> ofServices = controlFile.services().stream().flatMap(s -> s.recipients().stream());
        return Stream.concat(controlFile.settings().mail().recipients().stream(), ofServices).toList();
    }

    private Stream<Recipient> told(String service) {
        List<Recipient> local = controlFile.services().stream().filter(s -> s.name().equals(service)).map(Service::recipients)
                .findFirst().orElse(List.of());
        var all = new ArrayList<>(local.reversed());
        controlFile.settings().mail().recipients().reversed().stream()
                .filter(global -> local.stream().noneMatch(l -> l.address().equalsIgnoreCase(global.address()))).forEach(all::add);
        return all.stream();
    }
}
