package jmonit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import jmonit.BuiltIn;
import jmonit.config.Reading;
import jmonit.os.FakeFiles;

class ConfigurationSecretsTest {

    @Test
    void showsNeitherSecretsNorAddressesOfOutlets() {
        var text = "set webhook hook url \"https://u:pass@example.org/sesame?q=sesame\" secret \"sesame\" template 'sesame'\n";

        var settings = Reading.of("/m", BuiltIn.CATALOG, new FakeFiles().file("/m", text), "plum").controlFile().settings();
        var out = new StringBuilder();
        new ConfigurationText(out).write(settings);

        String shown = out.toString().lines().filter(l -> l.contains("hook")).findFirst().orElse("");
        assertEquals("set webhook hook url \"https://example.org:443/****\" secret \"****\" with timeout 10 seconds", shown);
    }
}
