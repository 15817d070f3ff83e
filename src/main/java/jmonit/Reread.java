package jmonit;

import java.io.IOException;
import java.util.ArrayList;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.config.Consistency;
import jmonit.config.HostChecks;
import jmonit.config.Machine;
import jmonit.config.Overrides;
import jmonit.config.Reading;
import jmonit.daemon.ControlFileSource;
import jmonit.diagnostic.Format;
import jmonit.diagnostic.Printer;
import jmonit.diagnostic.Report;

/** The control file as it is now; where it has mistakes they are logged, and there is none. */
record Reread(String path, Machine machine, Overrides overrides) implements ControlFileSource {

    private static final Logger LOG = LoggerFactory.getLogger("jmonit");
    private static final int SHOWN = 20;

    @Override
    public Found read() {
        Reading.Result result = Reading.of(path, BuiltIn.CATALOG, machine.files(), machine.host().name(), overrides);
        var found = new ArrayList<>(result.diagnostics());
        if (Report.of(found).errors() == 0) {
            found.addAll(Consistency.check(result.controlFile(), path));
            found.addAll(new HostChecks(machine).check(result, path));
        }
        Report report = Report.of(found);
        String text = text(report);
        text.lines().forEach(report.errors() > 0 ? LOG::error : LOG::warn);
        if (report.errors() > 0) {
            LOG.error("The control file {} has mistakes and is not used; what ran before goes on as it was", path);
            return new Found.Bad(text);
        }
        return new Found.Good(result.controlFile().settled());
    }

    private static String text(Report report) {
        var text = new StringBuilder();
        try {
            new Printer(Format.SHORT, false, SHOWN).print(report, text);
        } catch (IOException e) {
            throw new AssertionError("a text can always be appended to", e);
        }
        return text.toString();
    }
}
