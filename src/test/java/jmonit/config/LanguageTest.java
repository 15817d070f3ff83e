package jmonit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jmonit.diagnostic.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each control file of src/test/resources/language means. */
class LanguageTest {

    static final String PLACE = "/etc/plum";

    static List<Path> cases() throws IOException {
        return Golden.cases("language");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void meansWhatIsExpected(Path controlFile) throws IOException {
        var plum = new Plum().folder(controlFile.resolveSibling("plum"), PLACE).file(PLACE + "/monitrc", Files.readString(controlFile));

        var result = plum.read(PLACE + "/monitrc");

        assertEquals(List.of(), result.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList(),
                () -> Plum.complaints(result));
        Golden.check(controlFile, plum.meaning(result.controlFile(), PLACE + "/monitrc"));
    }

    @Test
    void everyExpectedTextHasItsControlFile() throws IOException {
        assertEquals(List.of(), Golden.orphans("language"));
    }
}
