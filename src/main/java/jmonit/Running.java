package jmonit;

import java.io.IOException;
import java.nio.file.Path;

import jmonit.cli.Daemon;
import jmonit.cli.Daemon.Purpose;
import jmonit.cli.Terminal;
import jmonit.config.Places;
import jmonit.daemon.Birth;
import jmonit.daemon.ConsoleSink;
import jmonit.daemon.JournalSink;
import jmonit.daemon.Life;
import jmonit.daemon.LogSink;
import jmonit.model.ControlFile;
import jmonit.os.live.Journal;

/** The daemon with its log: {@code program} is its name and version, {@code wiring} makes of a control file what it does all day. */
record Running(String program, Terminal terminal, Life.Ports ports, Wiring wiring) implements Daemon {

    private static final int STANDARD_ERROR = 2;

    @Override
    public int run(ControlFile controlFile, Places places, Manner manner) throws IOException {
        if (manner.purpose() instanceof Purpose.TestAlert(var name)) {
            return wiring.trial(terminal).run(controlFile, name);
        }
        var birth = new Birth(program, absolute(places), controlFile.settings(), manner.purpose() instanceof Purpose.Validate);
        try (var log = new LogSetup(program.substring(0, program.indexOf(' ')), manner.verbosity() > 0, sink(), terminal.err())) {
            var life = new Life(ports, log);
            Life.Making making = () -> wiring.work(controlFile, birth.places(), manner.overrides(), log);
            return switch (manner.purpose()) {
                case Purpose.Watch _, Purpose.Validate _ -> life.live(birth, making);
                case Purpose.Act(String word, var services) -> life.act(birth, making, word, services);
                case Purpose.TestAlert _ -> throw new IllegalStateException("no daemon is needed for that");
            };
        }
    }

    private LogSink sink() {
        return Journal.reads(STANDARD_ERROR, System.getenv()) ? new JournalSink(terminal.err()) : new ConsoleSink(terminal.out(), terminal.err());
    }

    /** In the background the program is in another directory, and a reload has to find the file again. */
    private static Places absolute(Places places) {
        String controlFile = Path.of(places.controlFile()).toAbsolutePath().normalize().toString();
        return new Places(controlFile, places.pidFile(), places.idFile(), places.stateFile());
    }
}
