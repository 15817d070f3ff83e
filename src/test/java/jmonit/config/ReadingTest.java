package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import jmonit.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void saysWhyTheControlFileCannotBeRead() {
        var result = new Plum().read("monitrc");

        assertEquals(List.of("cannot read monitrc: no such file or directory"), result.diagnostics().stream().map(Diagnostic::message).toList());
    }

    @Test
    void namesAllFilesItRead() {
        var plum = new Plum().file("monitrc", "include x").file("x", "set daemon 5");

        assertEquals(List.of("monitrc", "x"), plum.read("monitrc").files());
    }

    @Test
    void theSameTextMeansTheSame() {
        String text = "set daemon 5\ncheck process a matching a if cpu > 5% then alert\n";

        assertEquals(Plum.read("monitrc", text).controlFile(), Plum.read("monitrc", text).controlFile());
    }

    @Test
    void everyServiceKnowsWhereItIsDefined() {
        var services = Plum.read("monitrc", "set daemon 5\ncheck file a\n path /x\ncheck system b").controlFile().services();

        assertEquals(List.of(2, 4), services.stream().map(s -> s.origin().line()).toList());
    }

    @Test
    void aMachineThatIsNotNamedIsAddedUnderItsOwnName() {
        var services = Plum.read("monitrc", "check file a path /x").controlFile().services();

        assertEquals(List.of("a", "plum"), services.stream().map(s -> s.name()).toList());
    }

    @Test
    void complaintsEndSomewhere() {
        var result = Plum.read("monitrc", "set x\n".repeat(20_000));

        assertEquals(10_000, result.diagnostics().size());
    }
}
