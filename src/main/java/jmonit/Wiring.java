package jmonit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import org.slf4j.LoggerFactory;

import jmonit.catalog.Sampler;
import jmonit.channel.AlertTrial;
import jmonit.channel.Alerts;
import jmonit.cli.Terminal;
import jmonit.config.ControlSocket;
import jmonit.config.Machine;
import jmonit.config.Overrides;
import jmonit.config.Places;
import jmonit.daemon.ActionEnvironment;
import jmonit.daemon.Duty;
import jmonit.daemon.Faces;
import jmonit.daemon.Log;
import jmonit.daemon.Means;
import jmonit.daemon.Supervised;
import jmonit.daemon.Work;
import jmonit.history.History;
import jmonit.http.WebServer;
import jmonit.model.ControlFile;
import jmonit.os.HomeZone;
import jmonit.os.Keeper;
import jmonit.os.Vitals;
import jmonit.os.live.LiveArchives;
import jmonit.os.live.LiveDialer;
import jmonit.os.live.LiveDisk;
import jmonit.os.live.LiveErrands;
import jmonit.os.live.LiveExits;
import jmonit.os.live.LiveFiles;
import jmonit.os.live.LiveHashes;
import jmonit.os.live.LiveIdFile;
import jmonit.os.live.LiveInterfaces;
import jmonit.os.live.LiveKeeper;
import jmonit.os.live.LiveLogins;
import jmonit.os.live.LivePinger;
import jmonit.os.live.LiveProcessDetails;
import jmonit.os.live.LiveProcesses;
import jmonit.os.live.LivePrograms;
import jmonit.os.live.LiveSockets;
import jmonit.os.live.LiveSpool;
import jmonit.os.live.LiveSupervisor;
import jmonit.os.live.LiveSurroundings;
import jmonit.os.live.LiveTicker;
import jmonit.os.live.LiveVitals;
import jmonit.os.live.LiveVolumes;
import jmonit.os.live.PatientFiles;
import jmonit.rule.FilesystemJudge;
import jmonit.rule.HostJudge;
import jmonit.rule.Judge;
import jmonit.rule.NetworkJudge;
import jmonit.rule.PathJudge;
import jmonit.rule.ProcessJudge;
import jmonit.rule.ProgramJudge;
import jmonit.rule.SystemJudge;
import jmonit.service.Connections;
import jmonit.service.Connector;
import jmonit.service.FileSampler;
import jmonit.service.FilesystemSampler;
import jmonit.service.HostSampler;
import jmonit.service.NetworkSampler;
import jmonit.service.PathSampler;
import jmonit.service.ProcessSampler;
import jmonit.service.ProgramSampler;
import jmonit.service.SystemSampler;
import jmonit.store.StateFile;

/** Puts the daemon together. */
final class Wiring {

    private static final String BOOT_ID = "/proc/sys/kernel/random/boot_id";

    /** How long a filesystem may take to tell how full it is, or what a small file holds. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A look at a process is over in a moment; one that is not keeps the others waiting so long. */
    private static final Duration SOON = Duration.ofMillis(250);

    private final Machine machine;
    private final Name name;
    private final Vitals vitals = new LiveVitals();

    /** What this program was called by, and what it is. */
    record Name(String called, String version) {

        String program() {
            return "jmonit " + version;
        }
    }

    Wiring(Machine machine, Name name) {
        this.machine = machine;
        this.name = name;
    }

    Work work(ControlFile controlFile, Places places, Overrides overrides, Log log) throws IOException {
        var keeper = new LiveKeeper();
        var programs = new LivePrograms(machine.accounts());
        var means = new Means(programs, InstantSource.system(), new LiveTicker());
        var environment = new ActionEnvironment(inherited(), machine.host().name(), HomeZone.id());
        var crew = new Duty.Crew(samplers(programs), judges(), means, environment, new LiveExits(),
                new StateFile(keeper, places.stateFile()), boot(keeper), new Heralds(() -> alerts(programs, keeper, places), passport(places)));
        var supervised = new Supervised(LiveSupervisor.of(System.getenv(), ProcessHandle.current().pid()));
        return supervised.work(new Duty(crew, new Duty.Origins(name.program(), machine.host().name(), places.controlFile(), controlFile.settled(),
                new Reread(places.controlFile(), machine, overrides), log, supervised.faces(fronts(places)))));
    }

    private Alerts alerts(LivePrograms programs, Keeper keeper, Places places) {
        return new Alerts(ports(programs, new Alerts.Disk(LiveSpool::new, keeper, places.stateFile() + ".told")), sender());
    }

    private Alerts.Machine ports(LivePrograms programs, Alerts.Disk disk) {
        var tools = new Alerts.Tools(programs, machine.files(), inherited(), ProcessHandle.current().pid());
        return new Alerts.Machine(new LiveSockets(), new LiveDialer(), disk, new LiveTicker(), InstantSource.system(),
                () -> ThreadLocalRandom.current().nextDouble(), tools);
    }

    private Alerts.Sender sender() {
        return new Alerts.Sender("Monit 5.33.0 (" + name.program() + ")", HomeZone.id(), !name.called().equals("monit"));
    }

    /** Keeps nothing. */
    Trial trial(Terminal terminal) {
        var disk = new Alerts.Disk(LiveSpool::new, new LiveKeeper(), "");
        return new Trial(new AlertTrial(ports(new LivePrograms(machine.accounts()), disk), sender()), machine.host().name(), terminal);
    }

    private Passport passport(Places places) {
        var home = new Passport.Home(machine.host().name(), places.controlFile(), places.idFile(), new LiveIdFile(), vitals);
        return new Passport(name, home, BuiltIn.CATALOG, InstantSource.system().instant());
    }

    private Faces fronts(Places places) {
        var history = new History(new LiveArchives(), places.stateFile() + ".history", new CurveNames());
        var keys = new WebServer.Keys(new LiveHashes(), new LiveLogins(machine.accounts()));
        var web = new WebServer.Machine(machine.files(), machine.accounts(), keys, InstantSource.system(), new LiveTicker());
        var socket = ControlSocket.of(places.controlFile(), machine.host(), System.getenv().getOrDefault("XDG_RUNTIME_DIR", ""));
        return new Fronts(new Fronts.Sources(passport(places), BuiltIn.CATALOG,
                new Fronts.Kept(history, new LiveDisk(), new LiveKeeper()), web, new ControlDoor(socket, machine)));
    }

    private static Map<String, String> inherited() {
        var properties = System.getProperties();
        return new Inherited(System.getenv(), properties.stringPropertyNames().stream().collect(Collectors.toMap(n -> n, properties::getProperty)))
                .variables();
    }

    /** Where the kernel does not tell, no state counts as older than the start of the machine. */
    private static String boot(Keeper keeper) {
        try {
            return keeper.kept(BOOT_ID).map(id -> new String(id, StandardCharsets.UTF_8).strip()).orElse("");
        } catch (IOException e) {
            LoggerFactory.getLogger(Wiring.class).warn("A start of the machine cannot be told from one of jmonit -- {}", e.getMessage());
            return "";
        }
    }

    Map<String, Sampler> samplers(LivePrograms programs) {
        var disk = new LiveDisk();
        // A virtual thread that hangs in a dead disk would hold one of the few carriers all others need.
        var files = new PatientFiles(new LiveFiles(), PATIENCE);
        var errands = new LiveErrands("file", PATIENCE);
        Connector connector = new Connections(new LiveDialer(), new LivePinger(), BuiltIn.CATALOG);
        var pidfiles = new ProcessSampler.Pidfiles(new LiveFiles(), files);
        var sources = new ProcessSampler.Sources(new LiveProcesses(), new LiveProcessDetails(), new LiveSurroundings(), machine.accounts());
        return Map.of(
                "process", new ProcessSampler(pidfiles, sources, new LiveErrands("process", SOON), connector),
                "program", new ProgramSampler(programs, files, inherited()),
                "file", new FileSampler(disk, errands, machine.accounts()),
                "fifo", PathSampler.fifo(disk, errands, machine.accounts()),
                "directory", PathSampler.directory(disk, errands, machine.accounts()),
                "filesystem", new FilesystemSampler(new LiveVolumes(PATIENCE), machine.accounts()),
                "system", new SystemSampler(vitals),
                "network", new NetworkSampler(new LiveInterfaces()),
                "host", new HostSampler(connector));
    }

    static Map<String, Judge> judges() {
        ZoneId zone = HomeZone.id();
        return Map.of(
                "process", new ProcessJudge(),
                "program", new ProgramJudge(),
                "file", new PathJudge("file", zone),
                "fifo", new PathJudge("fifo", zone),
                "directory", new PathJudge("directory", zone),
                "filesystem", new FilesystemJudge(),
                "system", new SystemJudge(),
                "network", new NetworkJudge(),
                "host", new HostJudge());
    }
}
