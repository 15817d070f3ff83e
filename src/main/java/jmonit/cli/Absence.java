package jmonit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jmonit.cli.link.Line;
import jmonit.model.ControlFile;
import jmonit.os.FileFacts;

/** Why no daemon answers, and what to do about it. Under Monit's name in Monit's words. */
final class Absence {

    private static final int LONGEST = 64;
    private static final int STAT = 4096;
    private static final String PROC = "/proc/";

    private final Desk desk;
    private final String path;
    private final ControlFile controlFile;

    Absence(Desk desk, String path, ControlFile controlFile) {
        this.desk = desk;
        this.path = path;
        this.controlFile = controlFile;
    }

    /** The control file opens no door. */
    Refused closed() throws IOException {
        if (!running()) {
            return notRunning();
        }
        return new Refused.Shut(desk.asMonit()
                ? "Monit: the monit HTTP interface is not enabled, please add the 'set httpd' statement and use"
                        + " the 'allow' option to allow monit to connect"
                : "jmonit: the daemon of " + path + foreigner().orElse(" cannot be asked: it has no socket for the command line,"
                        + " and the control file has no \"set httpd\""));
    }

    /** Root, too, does not look for sockets where others may put some. */
    private Optional<String> foreigner() throws IOException {
        Optional<FileFacts> process = desk.machine().files().facts(PROC + number());
        return process.map(FileFacts::uid).filter(uid -> uid != desk.machine().host().uid()).map(uid -> " belongs to the user " + name(uid)
                + ": run this as that user, or add \"set httpd\" to the control file");
    }

    private String name(long uid) {
        return desk.machine().accounts().user(uid).map(a -> "\"" + a.name() + "\"").orElse("number " + uid);
    }

    /** It opens one, but nobody is there. */
    Refused unreached(Line.Unreached failure) throws IOException {
        return running() ? new Refused.Shut((desk.asMonit() ? "" : "jmonit: ") + failure.getMessage()) : notRunning();
    }

    /** Whether one of ours runs: it locks its pidfile before it opens its doors. */
    boolean locked() throws IOException {
        return desk.local().pidFile().keeper(pidFile()).isPresent();
    }

    private String pidFile() {
        return desk.places(path, controlFile).pidFile();
    }

    private boolean running() throws IOException {
        return locked() || lives(number());
    }

    /** Monit does not lock its pidfile. */
    private boolean lives(String number) throws IOException {
        return !number.isEmpty() && desk.machine().files().facts(PROC + number).isPresent() && !dead(number);
    }

    /** In a container nobody may ever take note of its end: it stays as a zombie. */
    private boolean dead(String number) throws IOException {
        var files = desk.machine().files();
        String stat = PROC + number + "/stat";
        return files.facts(stat).isPresent() && new String(files.read(stat, STAT), StandardCharsets.UTF_8).contains(") Z ");
    }

    private String number() throws IOException {
        var files = desk.machine().files();
        if (files.facts(pidFile()).isEmpty()) {
            return "";
        }
        String text = new String(files.read(pidFile(), LONGEST), StandardCharsets.US_ASCII).strip();
        return text.matches("[1-9]\\d{0,9}") ? text : "";
    }

    Refused notRunning() throws IOException {
        if (desk.asMonit()) {
            return new Refused.NoDaemon("Monit: the monit daemon is not running");
        }
        String number = number();
        String stale = number.isEmpty() ? "" : "; process " + number + " left its pidfile " + pidFile() + " behind";
        String help = controlFile.settings().poll().seconds() > 0 ? "\"jmonit -c " + path + "\" starts one"
                : "the control file has no \"set daemon\"; \"jmonit -d 30 -c " + path + "\" starts one";
        return new Refused.NoDaemon("jmonit: no daemon runs with " + path + stale + "\n" + help);
    }
}
