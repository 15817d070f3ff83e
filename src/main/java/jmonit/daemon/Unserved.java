package jmonit.daemon;

import java.util.List;
import java.util.stream.Stream;

import jmonit.model.ControlFile;
import jmonit.model.Settings;

/** What a control file asks for and this version does not do yet, in words: nobody is to wait for it. */
record Unserved(ControlFile controlFile) {

    List<String> alerts() {
        boolean recipients = !settings().mail().recipients().isEmpty() || controlFile.services().stream().anyMatch(s -> !s.recipients().isEmpty());
        return Stream.of(
                said(recipients, "No alert is sent: mail to the recipients of set alert is not part of this version yet"),
                said(!settings().mail().servers().isEmpty(), "No mail is sent: set mailserver is not used by this version yet"),
                said(!settings().mmonits().isEmpty(), "Nothing is sent to M/Monit: set mmonit is not used by this version yet"))
                .flatMap(List::stream).toList();
    }

    private static List<String> said(boolean asked, String words) {
        return asked ? List.of(words) : List.of();
    }

    private Settings settings() {
        return controlFile.settings();
    }
}
