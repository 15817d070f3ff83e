package jmonit.daemon;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jmonit.os.Background;
import jmonit.os.IdFile;
import jmonit.os.OwnSignal;
import jmonit.os.OwnSignals;
import jmonit.os.PidFile;

/** From the start of a daemon to its end: only one at a time, in the background, listening to signals. */
public final class Life {

    private static final Logger LOG = LoggerFactory.getLogger(Life.class);

    private final Ports ports;
    private final Log log;
    private final AtomicBoolean stopping = new AtomicBoolean();

    /** What of the machine a daemon needs to live. */
    public record Ports(PidFile pidFile, IdFile idFile, OwnSignals signals, Background background) {
    }

    /** Takes its time, so the pidfile is there before. */
    @FunctionalInterface
    public interface Making {

        Work work() throws IOException;
    }

    public Life(Ports ports, Log log) {
        this.ports = ports;
        this.log = log;
    }

    /** Lives until told to stop; the exit code. */
    public int live(Birth birth, Making making) {
        try {
            log.open(birth.settings().files().log());
            identify(birth.places().idFile());
            return birth.once() ? once(birth, making.work()) : alone(birth, making);
        } catch (IOException e) {
            LOG.error(e.getMessage());
            return 1;
        }
    }

    /** Does something at once, without watching over it; the exit code. */
    public int act(Birth birth, Making making, String wish, List<String> services) {
        try {
            log.open(birth.settings().files().log());
            identify(birth.places().idFile());
            return making.work().act(wish, services) ? 0 : 1;
        } catch (IOException e) {
            LOG.error(e.getMessage());
            return 1;
        }
    }

    /** Without a good id only M/Monit would miss something, so it is no reason not to watch. */
    private void identify(String path) {
        try {
            if (ports.idFile().read(path).isEmpty()) {
                LOG.info(ports.idFile().renew(path).toString());
            }
        } catch (IOException e) {
            LOG.error(e.getMessage());
        }
    }

    /** A pass that found something wrong is a failure only where that was the question; as with Monit. */
    private static int once(Birth birth, Work work) {
        return work.once() || !birth.validating() ? 0 : 1;
    }

    private int alone(Birth birth, Making making) throws IOException {
        return switch (ports.pidFile().take(birth.places().pidFile())) {
            case PidFile.Claim.Taken(long pid) -> wake(birth.places().pidFile(), pid);
            case PidFile.Claim.Kept kept -> {
                try (kept) {
                    watch(birth, making);
                }
                yield 0;
            }
        };
    }

    private int wake(String pidFile, long pid) throws IOException {
        if (pid == 0) {
            throw new IOException("another daemon keeps " + pidFile + ", which does not tell its process id");
        }
        try {
            ports.signals().send(pid, OwnSignal.WAKE);
        } catch (IOException e) {
            throw new IOException("Cannot signal the monit daemon process -- " + e.getMessage(), e);
        }
        LOG.info("Monit daemon with PID {} awakened", pid);
        return 0;
    }

    private void watch(Birth birth, Making making) throws IOException {
        // First of all: the pidfile is there, so a signal may come at any time.
        var summons = new Summons();
        ports.signals().listen(signal -> told(signal, birth, summons));
        LOG.info(birth.announcement());
        if (!birth.foreground()) {
            ports.background().enter();
            log.leaveTerminal();
        }
        Work work = making.work();
        summons.arrived(work);
        work.watch();
    }

    private void told(OwnSignal signal, Birth birth, Summons summons) {
        switch (signal) {
            case WAKE -> LOG.info("Awakened by User defined signal 1");
            // From a terminal it comes twice: from the terminal, and from the launcher that got it, too.
            case STOP -> {
                if (stopping.compareAndSet(false, true)) {
                    LOG.info("Monit daemon with pid [{}] stopped", ProcessHandle.current().pid());
                }
            }
            case RELOAD -> {
                LOG.info("Reinitializing Monit -- control file '{}'", birth.places().controlFile());
                log.reopen();
            }
        }
        summons.hear(signal);
    }
}
