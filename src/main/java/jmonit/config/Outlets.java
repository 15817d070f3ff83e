package jmonit.config;

import java.util.List;
import java.util.stream.Stream;

import jmonit.diagnostic.Diagnostic;
import jmonit.diagnostic.Suggest;
import jmonit.model.ControlFile;
import jmonit.model.Outlet;
import jmonit.model.Recipient;

/** Whether each webhook, chat or service that is to be told something is there. */
record Outlets(ControlFile controlFile, Found found) {

    void check() {
        List<String> known = controlFile.settings().outlets().stream().map(Outlet::address).toList();
        Stream<Recipient> local = controlFile.services().stream().flatMap(s -> s.recipients().stream());
        Stream.concat(controlFile.settings().mail().recipients().stream(), local)
                .filter(r -> !r.byMail() && !known.contains(r.address())).forEach(r -> unknown(r, known));
    }

    private void unknown(Recipient recipient, List<String> known) {
        var complaint = Diagnostic.error(recipient.origin().file(), recipient.origin().line(),
                "\"" + recipient.address() + "\" is to be told, but there is no \"set " + recipient.address() + "\"").see("outlets");
        found.add(Suggest.nearest(recipient.address(), known).map(n -> complaint.help(Wording.didYouMean(n))).orElse(complaint));
    }
}
